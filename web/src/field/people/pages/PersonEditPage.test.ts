import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import people from '../index'
import PersonEditPage from './PersonEditPage.vue'

for (const part of [frame, records, people]) addMessages(part.name, part.messages)

const WANG = held('person', 'p1', { name: '王小明', phone: '13900000000', sex: 'MALE' })

async function opened(more: Parameters<typeof fakePhone>[0] = {}, path = '/p1') {
  const phone = fakePhone({ records: [WANG], ...more })
  const page = await mountPage(PersonEditPage, {
    path,
    pattern: '/:id',
    leadsTo: ['person', 'outbox', 'today'],
    props: true,
  })
  return { ...phone, page }
}

async function type(page: Awaited<ReturnType<typeof opened>>['page'], label: string, text: string) {
  const line = page.findAll('.form-line').find((one) => one.find('label').text().startsWith(label))
  await line?.find('input').setValue(text)
}

test('sends only what was changed, with what the form was opened with', async () => {
  const { page, asked, becomes } = await opened()
  await type(page, '电话', '13911111111')
  becomes({ records: [{ ...WANG, values: { ...WANG.values, phone: '13922222222' } }] })
  await page.find('.foot button').trigger('click')
  await flushPromises()
  expect(asked[0]).toEqual({
    act: 'patch',
    with: ['person', 'p1', { phone: '13911111111' }, { seen: { phone: '13900000000' } }],
  })
})

test('says why it was not kept, and keeps what was typed', async () => {
  const { page } = await opened({ refusal: { kind: 'blocked', why: 'storage-low' } })
  await type(page, '姓名', '王晓明')
  await page.find('.foot button').trigger('click')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('不足50MB')
  expect((page.find('input').element as HTMLInputElement).value).toBe('王晓明')
})

test('puts a refused change right and puts the old one away', async () => {
  const entry = {
    mutation: 'm1',
    seq: 1,
    type: 'person',
    entity: 'p1',
    op: 'patch' as const,
    scope: 'grid:1',
    values: { phone: '123' },
    base: {},
    photos: [],
    occurredAt: 0,
    state: 'answered' as const,
    answer: 'refused' as const,
    answeredAt: 0,
    text: '电话号码不对',
  }
  const { page, asked } = await opened({ kept: [entry] }, '/p1?again=m1')
  expect(page.text()).toContain('电话号码不对')
  await type(page, '电话', '13911111111')
  await page.find('.foot button').trigger('click')
  await flushPromises()
  expect(asked.map((one) => one.act)).toEqual(['patch', 'putAway'])
})
