import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import settings from '../index'
import { typeSize } from '../typeSize'
import SettingsPage from './SettingsPage.vue'

for (const part of [frame, settings]) addMessages(part.name, part.messages)

const opened = () => mountPage(SettingsPage, { leadsTo: ['outbox', 'me'] })
const button = (page: Awaited<ReturnType<typeof opened>>, text: string) =>
  page.findAll('button').find((one) => one.text() === text)

test('speaks the chosen language and writes as large as wanted', async () => {
  fakePhone()
  const page = await opened()
  const [, english, , large] = page.findAll('.chips input')
  await english?.trigger('change')
  expect(page.text()).toContain('This phone')
  await large?.trigger('change')
  await flushPromises()
  expect(document.documentElement.dataset.type).toBe('large')
  typeSize.size.value = 'normal'
})

test('locks at once', async () => {
  const { asked } = fakePhone()
  const page = await opened()
  await button(page, '立即锁定')?.trigger('click')
  expect(asked).toEqual([{ act: 'lock', with: [] }])
})

test('sends photos on Wi-Fi only when that is chosen', async () => {
  const { asked } = fakePhone()
  const page = await opened()
  await page.find('[role="switch"]').trigger('click')
  await flushPromises()
  expect(asked).toEqual([{ act: 'setWifiOnly', with: [true] }])
  expect(page.find('[role="switch"]').attributes('aria-checked')).toBe('true')
})
