import { mount } from '@vue/test-utils'
import { h } from 'vue'
import { expect, test } from 'vitest'
import { addMessages, setLanguage } from '@/shared/i18n'
import module from '.'
import { useDayName } from './useDayName'

addMessages(module.name, module.messages)

function named(...names: string[]): string {
  const page = {
    setup() {
      const nameOf = useDayName()
      return () => h('p', names.map(nameOf).join(' / '))
    },
  }
  return mount(page).text()
}

test('festivals have English names, what was entered here keeps its own', () => {
  setLanguage('en')
  expect(named('清明', '国庆节', '自治区庆祝日')).toBe('Qingming / National Day / 自治区庆祝日')
})

test('in Chinese a day is called as the notice calls it', () => {
  expect(named('清明', '国庆节')).toBe('清明 / 国庆节')
})
