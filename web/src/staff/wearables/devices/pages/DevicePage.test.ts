import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages, setLanguage } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import alarms from '../../alarms'
import zones from '../../zones'
import devices from '../index'
import DevicePage from './DevicePage.vue'

// Maps and charts are drawn on a canvas, which is looked at in a browser.
vi.mock('../components/VitalChart.vue', () => ({
  __esModule: true,
  default: { template: '<i class="chart" />' },
}))
vi.mock('../components/WayMap.vue', () => ({
  __esModule: true,
  default: { props: ['place', 'stops'], template: '<i class="way">{{ place }}</i>' },
}))
vi.mock('../../alarms/components/SpotMap.vue', () => ({
  __esModule: true,
  default: { template: '<i class="spot" />' },
}))

for (const module of [grid, alarms, zones, devices]) addMessages(module.name, module.messages)

const ALL = [
  'wearables.device.read',
  'wearables.device.keep',
  'wearables.track.read',
  'wearables.vitals.read',
  'registry.person.read',
]
const consent = (kind: string) => ({ kind, since: '2026-02-01T01:00:00Z' })
const device = (kinds: string[], more = {}) => ({
  device: {
    id: 7,
    number: '860000000007',
    model: 'H59',
    area: '150203001015001',
    wearer: 'p1',
    consents: kinds.map(consent),
    seenAt: '2026-03-01T01:00:00Z',
    battery: 9,
    ...more,
  },
  ...(kinds.includes('POSITION') && { place: { lon: 109.83, lat: 40.65, at: '2026-03-01T01:00:00Z' } }),
})
const value = (mean: number) => ({ mean, least: mean, most: mean })
const spot = (minute: number, lat: number) => ({
  at: `2026-03-01T01:${String(minute).padStart(2, '0')}:00Z`,
  lon: 109.83,
  lat,
})

const server = (kinds: string[], more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/wearables/devices/7': device(kinds),
    'GET /api/wearables/devices/7/vitals/latest': [
      {
        kind: 'BLOOD_PRESSURE',
        level: 'RED',
        measured: { at: '2026-03-01T01:00:00Z', value: value(182), second: value(111) },
      },
    ],
    'GET /api/wearables/devices/7/limits': {
      consented: true,
      limits: [{ kind: 'BLOOD_PRESSURE', first: { highRed: 180 } }],
    },
    'GET /api/wearables/devices/7/vitals': (_: unknown, request: Request) => ({
      kind: new URL(request.url).searchParams.get('kind'),
      seconds: 0,
      values: request.url.includes('BLOOD_PRESSURE')
        ? [{ at: '2026-03-01T01:00:00Z', value: value(182), second: value(111) }]
        : [],
    }),
    'GET /api/wearables/devices/7/track/days': [
      {
        day: '2026-03-01',
        count: 4,
        first: '2026-03-01T01:00:00Z',
        last: '2026-03-01T01:40:00Z',
        metres: 2_345,
      },
    ],
    'GET /api/wearables/devices/7/track': (_: unknown, request: Request) =>
      new URL(request.url).searchParams.get('from') === '2026-02-28T16:00:00.000Z'
        ? { stretches: [[spot(0, 40.65), spot(12, 40.6501)]], next: '2026-03-01T01:30:00Z' }
        : { stretches: [[spot(30, 40.66), spot(40, 40.67)]] },
    ...more,
  })

const shown = async (section = '') => {
  const page = await mountPage(DevicePage, {
    path: `/wearables/devices/7${section && `/${section}`}`,
    pattern: '/wearables/devices/:id/:section?',
    name: 'wearables-device',
    props: true,
    leadsTo: ['registry-person'],
  })
  await vi.dynamicImportSettled()
  await flushPromises()
  return page
}

const press = async (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await vi.dynamicImportSettled()
  await flushPromises()
}

test('who wears it, whether it is charged, and where it was last, are seen first', async () => {
  withPosting(...ALL)
  server(['POSITION'])
  const page = await shown()
  expect(page.find('h1').text()).toBe('手表 860000000007')
  expect(page.find('.low').text()).toBe('9%')
  expect(page.find('a[href*="registry-person/p1"]').exists()).toBe(true)
  expect(page.find('.spot').exists()).toBe(true)
})

test('each consent is given by itself, a track only with a position', async () => {
  withPosting(...ALL)
  const { requests } = server([], { 'POST /api/wearables/devices/7/consents/VITALS': undefined })
  const page = await shown()
  expect(page.find('button[aria-label="登记同意：轨迹"]').exists()).toBe(false)
  await page.find('button[aria-label="登记同意：体征"]').trigger('click')
  await flushPromises()
  await say('本人书面同意')
  const posted = requests.find(({ method }) => method === 'POST')
  expect(posted?.path).toBe('/api/wearables/devices/7/consents/VITALS')
  expect(posted?.body).toEqual({ basis: '本人书面同意' })
})

test('a consent is withdrawn with a reason', async () => {
  withPosting(...ALL)
  const { requests } = server(['POSITION', 'TRACK'], {
    'POST /api/wearables/devices/7/consents/TRACK/withdraw': undefined,
  })
  const page = await shown()
  await page.find('button[aria-label="撤回同意：轨迹"]').trigger('click')
  await flushPromises()
  await say('本人电话撤回')
  const posted = requests.find(({ method }) => method === 'POST')
  expect(posted?.path).toBe('/api/wearables/devices/7/consents/TRACK/withdraw')
  expect(posted?.body).toEqual({ reason: '本人电话撤回' })
})

test('nothing is read that the wearer has not agreed to, or the reader may not see', async () => {
  withPosting(...ALL)
  const { requests } = server(['POSITION'])
  const page = await shown('track')
  expect(page.text()).toContain('佩戴人没有同意保存轨迹')
  await press('2')
  expect(page.text()).toContain('佩戴人没有同意保存体征')
  expect(requests.filter(({ path }) => /track|vitals/.test(path))).toEqual([])
  page.unmount()
  withPosting('wearables.device.read')
  const reader = await shown()
  expect(reader.findAll('nav button')).toHaveLength(4)
  expect(reader.text()).not.toContain('登记同意')
})

test('vitals stand as numbers with how far they are out, and in a table', async () => {
  withPosting(...ALL)
  server(['VITALS'])
  const page = await shown('vitals')
  expect(page.text()).toContain('本产品不是医疗器械')
  expect(page.find('strong.red').text()).toBe('182/111')
  expect(page.findAll('.chart')).toHaveLength(1)
  expect(page.find('table').text()).toContain('182/111')
  expect(page.text()).toContain('这段时间没有测量')
})

test('a track is read once somebody chooses a day, part by part, and played with the space bar', async () => {
  withPosting(...ALL)
  const { requests } = server(['POSITION', 'TRACK'])
  const page = await shown('track')
  const looks = () => requests.filter(({ path }) => path.endsWith('/track'))
  expect(looks()).toHaveLength(0)
  expect(page.text()).toContain('2.3公里')
  await page.find('ul[aria-label="有轨迹的日期"] button').trigger('click')
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(looks()).toHaveLength(2)
  expect(page.text()).toContain('中断1次')
  expect(page.find('section[aria-label="停留超过10分钟"]').text()).toContain('09:00–09:12')
  expect(page.find('.way').text()).toContain('40.65')
  expect(page.find('.play').text()).toContain('播放')
  expect(document.activeElement?.classList.contains('play')).toBe(true)
  await press(' ')
  expect(page.find('.play').text()).toContain('暂停')
  await press(' ')
  await page.find('input[type="range"]').setValue(Date.parse('2026-03-01T01:20:00Z'))
  expect(page.find('.now').text()).toContain('09:20')
  expect(page.find('.now').text()).toContain('没有信号')
  await press('f')
  expect((page.find('select').element as HTMLSelectElement).value).toBe('2')
})

test('safe zones and limits have their keys as well', async () => {
  withPosting(...ALL)
  server([])
  const page = await shown()
  await press('5')
  expect(page.find('nav [aria-current]').text()).toContain('限值')
  expect(page.find('section[aria-label="体征限值"]').exists()).toBe(true)
})

test('the page speaks English', async () => {
  setLanguage('en')
  withPosting(...ALL)
  server(['POSITION', 'TRACK', 'VITALS', 'FAMILY'])
  const page = await shown('vitals')
  expect(page.text()).toContain('not a medical device')
  expect(page.text()).toContain('Last 7 days')
  expect(page.text()).toContain('Dangerous')
})

async function say(text: string): Promise<void> {
  const words = document.body.querySelector<HTMLInputElement>('#device-words input')
  if (!words) throw new Error('nobody asks')
  words.value = text
  words.dispatchEvent(new Event('input', { bubbles: true }))
  document.body.querySelector<HTMLFormElement>('#device-words')?.dispatchEvent(new Event('submit'))
  await flushPromises()
}
