import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import cases from '../index'
import type { CaseAction } from '../api'
import ActionMenu from './ActionMenu.vue'

addMessages(cases.name, cases.messages)

const step = (code: string, primary = false): CaseAction => ({
  code,
  names: { zh: code, en: code },
  builtIn: false,
  primary,
  ends: false,
  inputs: [],
})

const menuOf = (...actions: CaseAction[]) =>
  mount(ActionMenu, { props: { actions }, attachTo: document.body })

test('what the procedure names as usual stands out and goes by one key', () => {
  const menu = menuOf(step('DECIDE', true), step('SUSPEND'))
  expect(menu.find('.el-button--primary').text()).toContain('DECIDE')
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true }))
  expect(menu.emitted('choose')?.[0]).toMatchObject([{ code: 'DECIDE' }])
  menu.unmount()
})

test('nothing stands out when the procedure names nothing', () => {
  const menu = menuOf(step('SUSPEND'), step('REJECT'))
  expect(menu.find('.el-button--primary').exists()).toBe(false)
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', altKey: true, bubbles: true }))
  expect(menu.emitted('choose')?.[0]).toMatchObject([{ code: 'REJECT' }])
  menu.unmount()
})
