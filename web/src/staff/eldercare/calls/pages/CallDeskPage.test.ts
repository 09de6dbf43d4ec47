import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import registry from '@/staff/registry'
import type { CallLine } from '../api'
import calls from '../index'
import { inOrder } from '../order'
import CallDeskPage from './CallDeskPage.vue'

for (const module of [registry, calls]) addMessages(module.name, module.messages)

const ANSWERS = ['eldercare.call.read', 'eldercare.call.answer'] as const
const line = (id: string, more: Partial<CallLine> = {}): CallLine => ({
  id,
  state: 'RINGING',
  number: '13800138000',
  called: '12349',
  startedAt: '2026-03-01T01:00:00Z',
  mine: false,
  fresh: false,
  stale: false,
  ...more,
})
const call = (of: CallLine, more = {}) => ({
  line: of,
  open: of.mine,
  callers: [],
  earlier: [],
  acts: [],
  ...more,
})
const somebody = {
  id: 'p1',
  name: '敖登其木格',
  age: 81,
  phone: '13800138000',
  address: '少先路21号街坊3栋',
  place: { zh: '少先路社区', en: 'Shaoxianlu' },
  standing: 'PRESENT',
  restricted: false,
  named: false,
  watches: [{ id: 7, number: '860000000001', openAlarms: 1 }],
}

const server = (of: CallLine, more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/eldercare/calls': { calls: [of] },
    'GET /api/eldercare/calls/live': undefined,
    'GET /api/eldercare/calls/figures': {
      offered: 4,
      answered: 3,
      soon: 2,
      missed: 1,
      returned: 0,
      closed: 0,
      atOnce: 0,
    },
    [`GET /api/eldercare/calls/${of.id}`]: call(of),
    ...more,
  })

const desk = (path: string) =>
  mountPage(CallDeskPage, {
    path,
    pattern: '/eldercare/calls/:id?',
    name: 'eldercare-calls',
    props: true,
    leadsTo: ['registry-person', 'wearables-device'],
  })

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

beforeEach(() => void vi.restoreAllMocks())

test('what rings comes first, then one’s own, then what was missed', () => {
  const lines = [
    line('other', { claimer: '郭敏', state: 'TALKING' }),
    line('missed', { state: 'MISSED' }),
    line('mine', { claimer: '图雅', mine: true, state: 'TALKING' }),
    line('rings', { startedAt: '2026-03-01T02:00:00Z' }),
  ]
  expect(inOrder(lines).map(({ id }) => id)).toEqual(['rings', 'mine', 'missed', 'other'])
})

test('a ring shows number and line, and is taken with one key', async () => {
  withPosting(...ANSWERS)
  const { requests } = server(line('c1'), { 'POST /api/eldercare/calls/c1/claim': undefined })
  const page = await desk('/eldercare/calls/c1')
  expect(page.find('button.calling').text()).toContain('13800138000')
  expect(page.find('button.calling').text()).toContain('线路 12349')
  expect(page.text()).not.toContain('可能的来电人')
  expect(page.text()).toContain('75%')
  press('F8')
  await flushPromises()
  expect(requests.some(({ method, path }) => method === 'POST' && path.endsWith('/c1/claim'))).toBe(true)
})

test('who may be calling is shown with what helps, and one is said to be them', async () => {
  withPosting(...ANSWERS, 'registry.person.read', 'wearables.device.read')
  const mine = line('c1', {
    claimer: '图雅',
    mine: true,
    state: 'TALKING',
    answeredAt: '2026-03-01T01:00:05Z',
  })
  const { requests } = server(mine, {
    'GET /api/eldercare/calls/c1': call(mine, { callers: [somebody] }),
    'POST /api/eldercare/calls/c1/person': undefined,
  })
  const page = await desk('/eldercare/calls/c1')
  expect(page.text()).toContain('敖登其木格')
  expect(page.text()).toContain('81岁 · 少先路21号街坊3栋 · 少先路社区')
  expect(page.find('a[href*="wearables-device/7"]').exists()).toBe(true)
  expect(page.text()).toContain('有1个报警未结束')
  await page.find('button[aria-label^="就是此人"]').trigger('click')
  await flushPromises()
  expect(requests.find(({ path }) => path.endsWith('/person'))?.body).toEqual({ person: 'p1' })
})

test('a call is closed once the caller has hung up, with an outcome', async () => {
  withPosting(...ANSWERS)
  const mine = line('c1', { claimer: '图雅', mine: true, state: 'ENDED', endedAt: '2026-03-01T01:02:00Z' })
  const { requests } = server(mine, { 'POST /api/eldercare/calls/c1/close': undefined })
  const page = await desk('/eldercare/calls/c1')
  await page.find('textarea').setValue('已告知社区食堂电话')
  press('F9')
  await flushPromises()
  expect(page.text()).toContain('请选择结果。')
  await page.find('input[name="outcome"]').trigger('change')
  press('F9')
  await flushPromises()
  expect(requests.find(({ path }) => path.endsWith('/close'))?.body).toEqual({
    outcome: 'ANSWERED',
    note: '已告知社区食堂电话',
  })
})

test('while the caller speaks it cannot be closed', async () => {
  withPosting(...ANSWERS)
  server(line('c1', { claimer: '图雅', mine: true, state: 'TALKING' }))
  const page = await desk('/eldercare/calls/c1')
  expect(page.find('form.panel button[type="submit"]').attributes('disabled')).toBeDefined()
  expect(page.text()).toContain('挂断后才能办结')
})

test('a missed call is called back with one key', async () => {
  withPosting(...ANSWERS)
  const missed = line('c1', { claimer: '图雅', mine: true, state: 'MISSED' })
  const { requests } = server(missed, { 'POST /api/eldercare/calls/c1/call-backs': undefined })
  const page = await desk('/eldercare/calls/c1')
  await page.find('textarea').setValue('老人要订午餐')
  press('F6')
  await flushPromises()
  expect(requests.find(({ path }) => path.endsWith('/call-backs'))?.body).toEqual({
    reached: true,
    note: '老人要订午餐',
  })
})

test('a supervisor takes a call from somebody with a reason, an operator only at once', async () => {
  withPosting(...ANSWERS)
  server(line('c1', { claimer: '郭敏', state: 'TALKING' }))
  const page = await desk('/eldercare/calls/c1')
  expect(page.text()).not.toContain('接管')
  page.unmount()
  server(line('c1', { claimer: '郭敏', fresh: true }))
  const quick = await desk('/eldercare/calls/c1')
  expect(quick.text()).toContain('刚被别人接听')
  quick.unmount()
  withPosting(...ANSWERS, 'eldercare.call.take')
  server(line('c1', { claimer: '郭敏', state: 'TALKING' }), {
    'POST /api/eldercare/calls/c1/take': new Refused(422, 'eldercare.reason-missing', '请写明。'),
  })
  const taken = await desk('/eldercare/calls/c1')
  await taken.find('form button[type="submit"]').trigger('submit')
  expect(taken.text()).toContain('接管理由')
})

test('that another was quicker is said', async () => {
  withPosting(...ANSWERS)
  server(line('c1'), {
    'POST /api/eldercare/calls/c1/claim': new Refused(
      409,
      'eldercare.claimed-by-another',
      '“郭敏”正在接听这个来电。',
    ),
  })
  const page = await desk('/eldercare/calls/c1')
  press('F8')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('郭敏')
})
