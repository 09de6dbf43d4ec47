import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import alarms from '../index'
import AlarmDeskPage from './AlarmDeskPage.vue'

for (const module of [grid, alarms]) addMessages(module.name, module.messages)

const line = (id: string, more = {}) => ({
  id,
  kind: 'SOS',
  level: 'RED',
  deviceId: 1,
  device: '860000000001',
  wearer: 'p1',
  area: '150203001015001',
  raisedAt: '2026-03-01T01:00:00Z',
  lastAt: '2026-03-01T01:02:00Z',
  times: 3,
  mine: false,
  ...more,
})

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/wearables/alarms': [line('a1'), line('a2', { kind: 'FALL', claimer: '王芳' })],
    'GET /api/wearables/alarms/live': undefined,
    'GET /api/wearables/alarms/a1': { line: line('a1'), acts: [] },
    ...more,
  })

const desk = (path: string) =>
  mountPage(AlarmDeskPage, {
    path,
    pattern: '/wearables/alarms/:id?',
    name: 'wearables-alarms',
    props: true,
    leadsTo: ['registry-person', 'wearables-device'],
  })

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

beforeEach(() => void vi.restoreAllMocks())

test('whoever calls stands out, and is claimed with one key', async () => {
  withPosting('wearables.alarm.read', 'wearables.alarm.handle')
  const { requests } = server({ 'POST /api/wearables/alarms/a1/claim': undefined })
  const page = await desk('/wearables/alarms/a1')
  expect(page.findAll('button.calling')).toHaveLength(1)
  expect(page.find('button.calling').text()).toContain('呼叫3次')
  expect(page.text()).toContain('没有位置')
  press('F8')
  await flushPromises()
  expect(requests.some(({ method, path }) => method === 'POST' && path.endsWith('/a1/claim'))).toBe(true)
})

test('from an alarm the watch is one step away for whoever may see it', async () => {
  withPosting('wearables.alarm.read')
  server()
  const page = await desk('/wearables/alarms/a1')
  expect(page.find('a[href*="wearables-device/1"]').exists()).toBe(false)
  page.unmount()
  withPosting('wearables.alarm.read', 'wearables.device.read')
  const again = await desk('/wearables/alarms/a1')
  expect(again.find('a[href*="wearables-device/1"]').text()).toContain('860000000001')
})

test('an alarm is closed with an outcome and a few words only', async () => {
  withPosting('wearables.alarm.read', 'wearables.alarm.handle')
  const mine = { line: line('a1', { claimer: '李建国', mine: true }), acts: [] }
  const { requests } = server({
    'GET /api/wearables/alarms/a1': mine,
    'POST /api/wearables/alarms/a1/close': undefined,
  })
  const page = await desk('/wearables/alarms/a1')
  await page.find('textarea').setValue('已送医')
  press('F9')
  await flushPromises()
  expect(page.text()).toContain('请选择结果')
  await page.find('input[name="outcome"]').trigger('change')
  press('F9')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    outcome: 'HELPED',
    note: '已送医',
  })
})

test('that another looks after it is said, and whoever may only read does nothing', async () => {
  withPosting('wearables.alarm.read', 'wearables.alarm.handle')
  server({
    'POST /api/wearables/alarms/a1/claim': new Refused(
      409,
      'wearables.claimed-by-another',
      '“王芳”正在处置这个报警。',
    ),
  })
  const page = await desk('/wearables/alarms/a1')
  press('F8')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('王芳')
  page.unmount()
  withPosting('wearables.alarm.read')
  const reader = await desk('/wearables/alarms/a1')
  expect(reader.find('form').exists()).toBe(false)
})
