import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '../../index'
import visits from '../index'
import VisitsPage from './VisitsPage.vue'

for (const module of [grid, visits]) addMessages(module.name, module.messages)

const named = (zh: string) => ({ zh, en: zh })
const CELL = '150203001015001'
const template = {
  id: 't1',
  code: 'fire',
  kind: 'FIRE_SAFETY',
  target: 'DWELLING',
  names: named('消防检查'),
  questions: [
    { code: 'exit', names: named('楼道是否畅通'), answer: 'YES_NO', needed: true, bad: 'NO', choices: [] },
  ],
}
const share = {
  place: CELL,
  placeNames: named('001网格'),
  template: 'fire',
  planned: 40,
  done: 10,
  due: 30,
  overdue: 4,
  notMet: 0,
  skipped: 0,
}
const plan = {
  id: 'p1',
  template: 'fire',
  cell: CELL,
  target: 'DWELLING',
  targetId: 'd1',
  dueOn: '2026-03-01',
  state: 'DUE',
  attempts: 1,
}

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/grid/templates': [template],
    'GET /api/grid/plans/coverage': [share],
    'GET /api/grid/plans': { items: [plan] },
    'GET /api/grid/visits': {
      items: [
        {
          id: 'v1',
          template: 'fire',
          cell: CELL,
          target: 'DWELLING',
          result: 'DONE',
          findings: 1,
          by: '王娟',
          doneAt: '2026-03-01T02:00:00Z',
        },
      ],
    },
    ...more,
  })
}

const open = () => mountPage(VisitsPage, { leadsTo: ['registry-dwelling', 'grid-events', 'registry-person'] })

test('a figure opens what it counts, and a visit is skipped only with a reason', async () => {
  withPosting('grid.visit.read', 'grid.visit.plan')
  let tries = 0
  const { requests } = server({
    'POST /api/grid/plans/p1/skip': () =>
      ++tries === 1 ? new Refused(422, 'grid.reason-missing', '请写明理由。') : undefined,
  })
  const page = await open()
  expect(page.find('tbody').text()).toContain('25%')
  await page
    .findAll('button.link')
    .find((one) => one.text() === '4')
    ?.trigger('click')
  await flushPromises()
  expect(page.find('h2').text()).toBe('001网格 · 消防检查：超期')
  const skip = () => page.findAll('button').filter((one) => one.text() === '免访')
  await skip()[0]?.trigger('click')
  await flushPromises()
  await skip().at(-1)?.trigger('click')
  await flushPromises()
  expect(page.find('dialog[open]').text()).toContain('请写明理由。')
  await page.find('dialog[open] input').setValue('已搬离')
  await skip().at(-1)?.trigger('click')
  await flushPromises()
  expect(requests.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ reason: '已搬离' })
})

test('a visit shows its answers in words, and what was found stands out', async () => {
  withPosting('grid.visit.read')
  server({
    'GET /api/grid/visits/v1': {
      row: {
        id: 'v1',
        template: 'fire',
        cell: CELL,
        target: 'DWELLING',
        result: 'DONE',
        findings: 1,
        by: '王娟',
        doneAt: '2026-03-01T02:00:00Z',
      },
      answers: { exit: 'NO' },
      note: '已告知',
      place: '',
      events: ['e1'],
    },
  })
  const page = await open()
  expect(page.text()).not.toContain('安排一轮走访')
  await page.find('tr.opens').trigger('click')
  await flushPromises()
  expect(page.find('dialog .bad').text()).toBe('否')
  expect(page.find('dialog').text()).toContain('楼道是否畅通')
  expect(page.find('dialog a').text()).toContain('查看上报的事件1')
})
