import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import people from '../index'
import PersonPage from './PersonPage.vue'

for (const part of [frame, records, people]) addMessages(part.name, part.messages)

const WANG = { name: '王小明', phone: '13900000000', standing: 'PRESENT', occupation: '电工' }
const LEADS_TO = [
  'outbox',
  'cell',
  'today',
  'dwelling',
  'household',
  'person-edit',
  'person-act',
  'visit-new',
  'conflict',
]

async function opened(more: object = {}, values: object = {}) {
  const phone = fakePhone({ records: [held('person', 'p1', { ...WANG, ...values }, more)] })
  const page = await mountPage(PersonPage, {
    path: '/p1',
    pattern: '/:id',
    props: true,
    leadsTo: LEADS_TO,
  })
  return { ...phone, page }
}

test('calls with one tap, and marks what is not sent yet', async () => {
  const { page } = await opened({ pendingFields: ['occupation'], pending: ['m1'] })
  expect(page.find('a.call').attributes('href')).toBe('tel:13900000000')
  const fact = page.findAll('.facts > div').find((line) => line.text().includes('电工'))
  expect(fact?.text()).toContain('未上传')
})

test('corrects the phone without leaving the page', async () => {
  const { page, asked } = await opened()
  await page.find('.phone .plain-button').trigger('click')
  await flushPromises()
  const sheet = document.querySelector<HTMLFormElement>('form.sheet')
  const input = sheet?.querySelector('input')
  if (!sheet || !input) throw new Error('no sheet')
  input.value = '123'
  input.dispatchEvent(new Event('input'))
  sheet.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(asked).toEqual([])
  input.value = '13911111111'
  input.dispatchEvent(new Event('input'))
  sheet.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(asked[0]?.with).toEqual([
    'person',
    'p1',
    { phone: '13911111111' },
    { seen: { phone: '13900000000' } },
  ])
})

test('changes nothing about whom processing is restricted for, nor where one may only read', async () => {
  const restricted = await opened({}, { mark: 'restricted' })
  expect(restricted.page.find('.foot').exists()).toBe(false)
  expect(restricted.page.text()).toContain('限制处理')
  const reading = await opened({ mode: 'ro' })
  expect(reading.page.find('.foot').exists()).toBe(false)
})

test('says that somebody is no longer on the phone, and leads home', async () => {
  fakePhone()
  const page = await mountPage(PersonPage, {
    path: '/gone',
    pattern: '/:id',
    props: true,
    leadsTo: LEADS_TO,
  })
  expect(page.text()).toContain('手机上没有这条记录')
})
