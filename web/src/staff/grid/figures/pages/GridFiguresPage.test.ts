import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import events from '@/staff/grid/events'
import grid from '../../index'
import figures from '../index'
import { lastDays } from '../span'
import GridFiguresPage from './GridFiguresPage.vue'

for (const module of [grid, events, figures]) addMessages(module.name, module.messages)

const named = (zh: string) => ({ zh, en: zh })
const part = (place: string, zh: string, counted: object) => ({
  place,
  placeNames: named(zh),
  figures: counted,
})

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/grid/figures': [
      part('150203001015', '甲社区', { REPORTED: 7, OVERDUE: 1 }),
      part('150203001018', '乙社区', { REPORTED: 5 }),
    ],
    'GET /api/grid/figures/REPORTED': { items: [] },
    'GET /api/grid/own/figures': {
      from: '2026-02-01',
      until: '2026-03-01',
      cells: 3,
      handled: { FIRST_GO: 4 },
      checked: 2,
      planned: 0,
      done: 0,
      overdue: 0,
      made: 0,
      corrections: 9,
    },
    ...more,
  })
}

test('all parts are summed, and a sum opens its events', async () => {
  withPosting('grid.figures.read', 'grid.event.read')
  const { requests } = server()
  const page = await mountPage(GridFiguresPage, { leadsTo: ['grid-events'] })
  const first = page.find('tbody tr')
  expect(first.text()).toMatch(/^合计12/)
  await first.find('button.figure').trigger('click')
  await flushPromises()
  expect(page.find('h2').text()).toBe('合计：上报')
  expect(requests.at(-1)?.path).toBe('/api/grid/figures/REPORTED')
  expect(page.text()).toContain('没有事件')
  expect(page.text()).not.toContain('我自己的')
})

test('whoever works in cells sees the own figures', async () => {
  withPosting('grid.figures.read', 'grid.event.handle')
  server()
  const page = await mountPage(GridFiguresPage, { leadsTo: ['grid-events'] })
  expect(page.text()).toContain('只有您自己看得到')
  expect(page.find('section dl').text()).toContain('9')
})

test('the last days end today, in the district’s time', () => {
  expect(lastDays(30, Date.parse('2026-03-02T17:00:00Z'))).toEqual({
    from: '2026-02-02',
    until: '2026-03-03',
  })
})
