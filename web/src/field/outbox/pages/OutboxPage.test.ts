import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import type { KeptEntry } from '@/shared/offline'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import events from '@/field/events'
import outbox from '../index'
import OutboxPage from './OutboxPage.vue'

for (const part of [frame, records, events, outbox]) addMessages(part.name, part.messages)

const ENTRY = {
  mutation: 'm1',
  seq: 1,
  type: 'person',
  entity: 'p1',
  op: 'patch' as const,
  scope: 'grid:1',
  values: { phone: '139', occupation: '电工' },
  base: {},
  photos: [],
  occurredAt: Date.UTC(2026, 10, 29),
}
const REFUSED: KeptEntry = {
  ...ENTRY,
  state: 'answered',
  answer: 'refused',
  answeredAt: 0,
  field: 'phone',
  text: '电话号码不对',
}
const LEADS_TO = ['me', 'outbox', 'conflicts', 'conflict', 'person', 'person-edit', 'sign-in-again']
const opened = () => mountPage(OutboxPage, { leadsTo: LEADS_TO })

test('names what is not sent yet, and about whom', async () => {
  const records_ = [held('person', 'p1', { name: '王小明' })]
  const { asked } = fakePhone({
    records: records_,
    outbox: [{ ...ENTRY, state: 'waiting' }],
    status: { unsent: { changes: 1, photos: 0 } },
  })
  const page = await opened()
  expect(page.text()).toContain('更正：电话、职业')
  expect(page.text()).toContain('王小明')
  await page.find('.foot button').trigger('click')
  await flushPromises()
  expect(asked.map((one) => one.act)).toEqual(['syncNow'])
})

test('tells why a change was refused and leads to the form that puts it right', async () => {
  const { asked } = fakePhone({ records: [held('person', 'p1', { name: '王小明' })], kept: [REFUSED] })
  const page = await opened()
  expect(page.text()).toContain('电话号码不对')
  expect(page.text()).toContain('改正后重新上传')
  const buttons = page.findAll('.acts button')
  await buttons[1]?.trigger('click')
  await flushPromises()
  expect(asked).toEqual([{ act: 'putAway', with: ['m1'] }])
})

test('says that everything is sent', async () => {
  fakePhone()
  expect((await opened()).text()).toContain('全部已上传')
})
