import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import sync from '../../index'
import exceptions from '../index'
import ExceptionsPage from './ExceptionsPage.vue'

for (const module of [grid, sync, exceptions]) addMessages(module.name, module.messages)

const line = {
  id: 'x1',
  mutation: 'm1',
  device: 'd1',
  kind: 'REFUSED',
  area: '150203001015001',
  author: '李勇',
  type: 'person',
  entity: 'p1',
  op: 'patch',
  scope: 'grid:150203001015001',
  code: 'sync.out-of-scope',
  occurredAt: '2026-03-01T01:00:00Z',
  clockWrong: true,
  openedAt: '2026-03-01T02:00:00Z',
}

test('what was sent is read field by field, and whoever settles it says how', async () => {
  withPosting('sync.exception.read', 'sync.exception.settle')
  let settled = false
  const { requests } = fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/sync/exceptions': () => ({ items: settled ? [] : [line] }),
    'GET /api/sync/exceptions/x1': {
      line,
      payload: JSON.stringify({ patch: { phone: { base: '13800000000', new: '13900000000' } } }),
    },
    'POST /api/sync/exceptions/x1/settle': () => {
      settled = true
      return undefined
    },
  })
  const page = await mountPage(ExceptionsPage, { leadsTo: ['registry-person'] })
  expect(page.find('tbody').text()).toContain('手机时钟不准')
  await page.find('tr.opens').trigger('click')
  await flushPromises()
  const dialog = page.find('dialog')
  expect(dialog.text()).toContain('提交人不负责这条记录所在的网格')
  expect(dialog.find('tbody').text()).toContain('13900000000')
  await dialog.find('textarea').setValue('已补录')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '已补录' })
  expect(page.text()).toContain('没有待处理的异常上报')
})
