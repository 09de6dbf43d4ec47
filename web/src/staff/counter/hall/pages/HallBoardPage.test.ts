import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import hall from '../index'
import HallBoardPage from './HallBoardPage.vue'

addMessages(hall.name, hall.messages)

const STATION = 'ST-150203001'
const VISIT = {
  id: '1',
  station: STATION,
  ticket: 'P001',
  state: 'WAITING',
  priority: true,
  way: 'CARD',
  items: ['150203-ZM-001'],
  maskedName: '张**',
  checkedInAt: '2026-03-02T01:00:00Z',
  calls: 0,
  missed: 0,
  revision: 1,
}
const BOARD = {
  station: STATION,
  names: { zh: '少先路', en: 'Shaoxianlu' },
  windows: [{ number: 1, names: { zh: '1号综合窗口', en: 'Window 1' }, state: 'CLOSED', mine: false }],
  waiting: [VISIT],
  atWindows: [],
  missed: [{ ...VISIT, id: '2', ticket: 'A003', state: 'MISSED' }],
  finishedToday: 7,
}

async function opened(replies: Record<string, unknown> = {}) {
  withPosting('counter.visit.read', 'counter.visit.check-in', 'counter.window.open')
  const server = fakeServer({
    'GET /api/area/units': [{ code: STATION, names: BOARD.names }],
    [`GET /api/counter/stations/${STATION}/board`]: BOARD,
    'GET /api/counter/items': [{ code: '150203-ZM-001', names: { zh: '居住证明', en: 'Residence' } }],
    ...replies,
  })
  const page = await mountPage(HallBoardPage)
  const choice = page.find('select')
  if (choice.exists()) await choice.setValue(STATION)
  await flushPromises()
  return { page, server }
}

test('shows who waits, masked, and what for', async () => {
  const { page } = await opened()
  expect(page.text()).toContain('P001')
  expect(page.text()).toContain('张**')
  expect(page.text()).toContain('居住证明')
  expect(page.text()).toContain('没有开放的窗口')
})

test('brings a missed ticket back with the revision it saw', async () => {
  const { page, server } = await opened({ 'POST /api/counter/visits/2/take-back': { ...VISIT, id: '2' } })
  await page.find('[aria-label="过号"] button').trigger('click')
  await flushPromises()
  const sent = server.requests.find((request) => request.method === 'POST')
  expect(sent?.path).toBe('/api/counter/visits/2/take-back')
  expect(sent?.body).toMatchObject({ revision: 1 })
})
