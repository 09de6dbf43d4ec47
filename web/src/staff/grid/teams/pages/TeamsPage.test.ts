import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '../../index'
import teams from '../index'
import CoveragePage from './CoveragePage.vue'
import TeamsPage from './TeamsPage.vue'

for (const module of [grid, teams]) addMessages(module.name, module.messages)

const named = (zh: string) => ({ zh, en: zh })
const CELL = '150203001015001'

const member = (id: string, name: string, more = {}) => ({
  id,
  posting: `posting-${id}`,
  name,
  role: 'grid-worker',
  cell: CELL,
  tier: 2,
  duty: 'WORKER',
  chief: false,
  from: '2026-01-01',
  inForce: true,
  ...more,
})

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [
      { code: CELL, level: 'GRID_CELL', names: named('001网格'), shortNames: named('001网格') },
    ],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/area/units': [{ code: 'CO-1', names: named('居委会') }],
    'GET /api/access/roles': [{ key: 'grid-worker', names: named('网格员') }],
    'GET /api/grid/teams': [
      member('m2', '李勇', { substituteFor: 'm1', to: '2026-03-31' }),
      member('m1', '王娟', { chief: true }),
    ],
    'GET /api/grid/teams/candidates': [
      { posting: 'posting-9', name: '白玉兰', role: 'grid-worker', unit: 'CO-1' },
    ],
    ...more,
  })
}

const open = (page: object, area = '150203001015') =>
  mountPage(page, { path: `/?area=${area}`, pattern: '/' })

test('the chief stands first, and a substitute says for whom', async () => {
  withPosting('grid.team.read')
  server()
  const page = await open(TeamsPage)
  const rows = page.findAll('tbody tr').map((one) => one.text())
  expect(rows[0]).toContain('王娟')
  expect(rows[0]).toContain('本网格责任人')
  expect(rows[1]).toContain('代王娟')
  expect(page.text()).not.toContain('安排人员')
})

test('somebody is assigned in the place of another, and the refusal stands at its field', async () => {
  withPosting('grid.team.read', 'grid.team.staff')
  const { requests } = server({
    'POST /api/grid/teams/members': new Refused(422, 'grid.substitute-ends', '代班须有截止日。', [
      { field: 'to', message: '请填写截止日。' },
    ]),
  })
  const page = await open(TeamsPage)
  await page
    .findAll('button')
    .find((one) => one.text() === '安排人员')
    ?.trigger('click')
  await flushPromises()
  const selects = () => page.findAll('dialog select')
  await selects()[0]?.setValue(CELL)
  await flushPromises()
  await selects()[2]?.setValue('posting-9')
  expect(selects()[2]?.text()).toContain('白玉兰（网格员，居委会）')
  await selects()[3]?.setValue('m1')
  await page.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
    cell: CELL,
    duty: 'WORKER',
    posting: 'posting-9',
    substituteFor: 'm1',
  })
  expect(page.find('dialog').text()).toContain('请填写截止日。')
})

test('an assignment ends on a day and for a reason', async () => {
  withPosting('grid.team.read', 'grid.team.staff')
  const { requests } = server({ 'POST /api/grid/teams/members/m1/end': undefined })
  const page = await open(TeamsPage)
  await page.find('tbody button').trigger('click')
  await flushPromises()
  await page.find('dialog input[type="date"]').setValue('2026-03-05')
  await page.find('dialog textarea').setValue('调离')
  await page.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    lastDay: '2026-03-05',
    reason: '调离',
  })
})

test('a figure of the coverage opens its rows, and only what occurs has a column', async () => {
  withPosting('grid.team.read')
  server({
    'GET /api/grid/coverage': [
      {
        place: CELL,
        placeNames: named('001网格'),
        cells: 1,
        households: 512,
        people: 2,
        faults: { TOO_LARGE: 1 },
      },
    ],
    'GET /api/grid/coverage/TOO_LARGE': [
      { fault: 'TOO_LARGE', place: CELL, placeNames: named('001网格'), amount: 512 },
    ],
  })
  const page = await open(CoveragePage)
  expect(page.findAll('thead th').map((one) => one.text())).toEqual([
    '区域',
    '网格',
    '户',
    '网格人员',
    '过大',
  ])
  await page.find('button.figure').trigger('click')
  await flushPromises()
  expect(page.find('h2').text()).toBe('001网格：过大')
  expect(page.findAll('tbody').at(-1)?.text()).toContain('512户，超出一格的上限')
})
