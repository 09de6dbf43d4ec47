import { config } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach } from 'vitest'
import { i18n, setLanguage } from '@/shared/i18n'

beforeEach(() => {
  setActivePinia(createPinia())
  setLanguage('zh')
  config.global.plugins = [i18n]
})

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
})
