import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import eldercare from '../../index'
import elders from '../index'
import ElderPage from './ElderPage.vue'

for (const module of [grid, eldercare, elders]) addMessages(module.name, module.messages)

const contact = (id: string, name: string) => ({ id, name, relation: 'CHILD', phone: '13800138001' })
const elder = (more = {}) => ({
  person: 'p1',
  name: '萨仁高娃',
  age: 82,
  area: '150203001016003',
  revision: 3,
  living: 'ALONE',
  needs: '耳背，说蒙语',
  contacts: [contact('c1', '乌云'), contact('c2', '王大妈')],
  ...more,
})

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001016': { divisions: [] },
    'GET /api/eldercare/elders/p1': elder(),
    ...more,
  })

const page = () =>
  mountPage(ElderPage, {
    path: '/eldercare/elders/p1',
    pattern: '/eldercare/elders/:person',
    name: 'eldercare-elder',
    props: true,
    leadsTo: ['registry-person'],
  })

beforeEach(() => void vi.restoreAllMocks())

test('how somebody lives is saved against the file that was read', async () => {
  withPosting('eldercare.elder.read', 'eldercare.elder.keep')
  const { requests } = server({ 'PUT /api/eldercare/elders/p1': undefined })
  const shown = await page()
  await shown.find('select').setValue('COUPLE')
  await shown.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
    revision: 3,
    living: 'COUPLE',
    needs: '耳背，说蒙语',
  })
})

test('contacts are moved, checked and removed', async () => {
  withPosting('eldercare.elder.read', 'eldercare.elder.keep')
  const { requests } = server({
    'PUT /api/eldercare/elders/p1/contacts/order': undefined,
    'POST /api/eldercare/elders/p1/contacts/c1/verify': undefined,
  })
  const shown = await page()
  await shown.find('button[aria-label="下移: 乌云"]').trigger('click')
  await flushPromises()
  expect(requests.find(({ path }) => path.endsWith('/order'))?.body).toEqual({ order: ['c2', 'c1'] })
  expect(shown.find('button[aria-label="上移: 乌云"]').attributes('disabled')).toBeDefined()
  await shown.find('button[aria-label="已拨通核实: 乌云"]').trigger('click')
  await flushPromises()
  expect(requests.some(({ path }) => path.endsWith('/c1/verify'))).toBe(true)
})

test('what is no number is said beside the field', async () => {
  withPosting('eldercare.elder.read', 'eldercare.elder.keep')
  server({
    'POST /api/eldercare/elders/p1/contacts': new Refused(409, 'eldercare.contact-known', '已登记', [
      { field: 'phone', message: '这个号码已是联系人“乌云”的。' },
    ]),
  })
  const shown = await page()
  await shown.findAll('form').at(-1)?.trigger('submit')
  await flushPromises()
  expect(shown.text()).toContain('这个号码已是联系人“乌云”的。')
})

test('whoever may only read sees no form', async () => {
  withPosting('eldercare.elder.read')
  server()
  const shown = await page()
  expect(shown.text()).toContain('独居')
  expect(shown.text()).toContain('耳背，说蒙语')
  expect(shown.find('form').exists()).toBe(false)
})
