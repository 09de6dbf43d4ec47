import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import sync from '../../index'
import conflicts from '../index'
import ConflictDeskPage from './ConflictDeskPage.vue'

for (const module of [grid, sync, conflicts]) addMessages(module.name, module.messages)

const line = (id: string, more = {}) => ({
  id,
  area: '150203001015001',
  type: 'person',
  entity: 'p1',
  unit: 'phone',
  kind: 'FIELD',
  author: '王娟',
  proposals: 1,
  openedAt: '2026-03-01T01:00:00Z',
  overdue: false,
  ...more,
})

const conflict = {
  line: line('c1'),
  fields: [
    { field: 'sex', base: 'MALE', server: 'MALE', current: 'MALE', proposed: 'FEMALE' },
    { field: 'name', base: '王某', server: '王某某', current: '王某某', proposed: '王小某' },
    {
      field: 'birth',
      base: '1980-01-02',
      server: '1980-01-02',
      current: '1980-01-02',
      proposed: '1980-01-02',
    },
  ],
  proposals: [
    { mutation: 'm1', author: '王娟', occurredAt: '2026-03-01T00:50:00Z', values: { name: '王小某' } },
  ],
}

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/sync/conflicts': { items: [line('c1'), line('c2', { overdue: true })] },
    'GET /api/sync/conflicts/figures': { open: 2, overdue: 1, oldest: '2026-02-20T01:00:00Z' },
    'GET /api/sync/conflicts/c1': conflict,
    'GET /api/sync/conflicts/c2': { ...conflict, line: line('c2') },
    ...more,
  })
}

const desk = (path: string) =>
  mountPage(ConflictDeskPage, {
    path,
    pattern: '/sync/conflicts/:id?',
    name: 'sync-conflicts',
    props: true,
    leadsTo: ['registry-person'],
  })

const words = (text: string) => text.replace(/\s+/g, ' ')

test('both sides stand beside each other, and nothing is sent until each field is decided', async () => {
  withPosting('sync.conflict.read', 'sync.conflict.decide')
  const { requests } = server({ 'POST /api/sync/conflicts/c1/decide': undefined })
  const page = await desk('/sync/conflicts/c1')
  expect(words(page.text())).toContain('待核对2件')
  expect(words(page.text())).toContain('超过5个工作日1件')
  const rows = page.findAll('tbody tr').map((one) => words(one.text()))
  expect(rows[0]).toContain('性别男男女')
  expect(rows[2]).toContain('两边一致')
  await page.find('input[name="decide-name"]').trigger('change')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.text()).toContain('请对每一项作出决定')
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
})

test('a third value is typed, and the next conflict comes up', async () => {
  withPosting('sync.conflict.read', 'sync.conflict.decide')
  const { requests } = server({ 'POST /api/sync/conflicts/c1/decide': undefined })
  const page = await desk('/sync/conflicts/c1')
  await page.findAll('input[name="decide-sex"]')[1]?.trigger('change')
  await page.findAll('input[name="decide-name"]')[2]?.trigger('change')
  await page.find('tbody input[type="text"]').setValue('王三')
  await page.find('textarea').setValue('电话核实')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    decisions: {
      sex: { choice: 'TAKE' },
      name: { choice: 'VALUE', value: '王三' },
      birth: { choice: 'KEEP' },
    },
    reason: '电话核实',
  })
  expect(page.find('[aria-current="true"]').text()).toContain('超过5个工作日')
})

test('a refusal is read, and whoever may only read decides nothing', async () => {
  withPosting('sync.conflict.read', 'sync.conflict.decide')
  server({
    'POST /api/sync/conflicts/c1/decide': new Refused(409, 'sync.already-decided', '已由别人核定。'),
  })
  const page = await desk('/sync/conflicts/c1')
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', altKey: true, bubbles: true }))
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('form [role="alert"]').text()).toContain('已由别人核定')
  page.unmount()
  withPosting('sync.conflict.read')
  const reader = await desk('/sync/conflicts/c1')
  expect(reader.find('form input').exists()).toBe(false)
  expect(reader.text()).toContain('还没有核定')
})

test('of a duplicate one question is asked, and the answer is sent', async () => {
  withPosting('sync.conflict.read', 'sync.conflict.decide')
  const { requests } = server({
    'GET /api/sync/conflicts/c1': {
      ...conflict,
      line: line('c1', { kind: 'DUPLICATE', unit: '' }),
      existing: 'p9',
      fields: [{ field: 'name', proposed: '王小明' }],
    },
    'POST /api/sync/conflicts/c1/decide': undefined,
  })
  const page = await desk('/sync/conflicts/c1')
  expect(page.text()).toContain('打开已在册的记录')
  expect(page.find('tbody').exists()).toBe(false)
  await page.find('form textarea').setValue('入户核实')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.text()).toContain('请选择是不是同一个人')
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', altKey: true, bubbles: true }))
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    decisions: {},
    same: true,
    reason: '入户核实',
  })
})
