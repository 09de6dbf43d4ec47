import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import events from '../index'
import VerifyPage from './VerifyPage.vue'

for (const part of [frame, records, events]) addMessages(part.name, part.messages)

const EVENT = held('event', 'e1', {
  category: '0305',
  state: 'FED_BACK',
  actions: ['VERIFY'],
  photos: [
    { id: 'b1', stage: 'BEFORE' },
    { id: 'a1', stage: 'AFTER' },
  ],
})

async function opened() {
  const phone = fakePhone({ records: [EVENT] })
  const page = await mountPage(VerifyPage, {
    path: '/e1',
    pattern: '/:id',
    props: true,
    leadsTo: ['outbox', 'tasks', 'event', 'today'],
  })
  const choose = (at: number) => page.findAll('.chips input')[at]?.trigger('change')
  const send = async () => {
    await page.find('.foot button').trigger('click')
    await flushPromises()
  }
  return { ...phone, page, choose, send }
}

test('shows before and after side by side', async () => {
  const { page } = await opened()
  const sides = page.findAll('.before-after > div')
  expect(sides.map((side) => side.findAll('.thumb').length)).toEqual([1, 1])
})

test('wants to know how it is, and what is left of what is half fixed', async () => {
  const { page, asked, choose, send } = await opened()
  await send()
  expect(page.text()).toContain('请选择结果')
  await choose(1)
  await send()
  expect(page.text()).toContain('请写明还有什么没解决')
  expect(asked).toEqual([])
  await page.find('textarea').setValue('线已换，盖板没装')
  await send()
  expect(asked[0]?.with.slice(0, 3)).toEqual(['event', 'e1', 'VERIFY'])
  expect(asked[0]?.with[3]).toMatchObject({ decision: 'half-fixed', remaining: '线已换，盖板没装' })
})

test('says what is not fixed', async () => {
  const { page, asked, choose, send } = await opened()
  await choose(2)
  await send()
  expect(page.text()).toContain('请写明哪里没有解决')
  await page.find('textarea').setValue('味道还在')
  await send()
  expect(asked[0]?.with[3]).toMatchObject({ decision: 'not-fixed', note: '味道还在' })
})
