import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '../../index'
import events from '../index'
import EventDeskPage from './EventDeskPage.vue'

// The map draws on a canvas, which this environment has not; the browser journeys see it.
vi.mock('../components/EventMap.vue', () => ({ default: { template: '<i class="map" />' } }))
vi.mock('../components/PlaceMap.vue', () => ({ default: { template: '<i class="map" />' } }))
for (const module of [grid, events]) addMessages(module.name, module.messages)

const named = (zh: string) => ({ zh, en: zh })

function row(id: string, state: string, more = {}) {
  return {
    id,
    number: `15020300120260301${id}`,
    category: '0301',
    categoryNames: named(`消防安全 · ${id}`),
    level: 'GENERAL',
    state,
    stateNames: named(state),
    turn: 'UNIT',
    unit: 'RC-1',
    unitNames: named('居委会'),
    cell: '150203001015001',
    communityNames: named('某某社区'),
    due: '2026-03-04T09:00:00Z',
    overdue: false,
    reportedAt: '2026-03-01T01:00:00Z',
    reporter: '王娟',
    mine: false,
    held: false,
    onTheSpot: false,
    ...more,
  }
}

const action = (code: string, zh: string, primary = false) => ({
  code,
  names: named(zh),
  builtIn: code === code.toLowerCase(),
  primary,
})

function event(of: ReturnType<typeof row>, more = {}) {
  return {
    row: of,
    description: '楼道堆放杂物',
    place: '3号楼',
    source: 'PHONE',
    rank: 'COMMUNITY',
    revision: 4,
    caseId: 'case-1',
    handler: '',
    reworks: 0,
    remaining: '',
    suspensionAsked: false,
    photosNeeded: true,
    photos: [
      { id: 'f1', stage: 'BEFORE', arrived: false },
      { id: 'f2', stage: 'AFTER', arrived: false },
    ],
    checks: [],
    timeline: [],
    actions: [],
    joined: [],
    near: [],
    usualUnit: 'RC-1',
    usualUnitNames: named('居委会'),
    workers: [{ posting: 'w1', name: '李勇', role: 'grid-worker', chief: true }],
    ...more,
  }
}

function server(shown: object, more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/area/units': [],
    'GET /api/access/roles': [{ key: 'grid-worker', names: named('网格员') }],
    'GET /api/grid/categories': [],
    'GET /api/grid/events': { items: [row('e1', 'ACCEPTED'), row('e2', 'ACCEPTED', { overdue: true })] },
    'GET /api/grid/events/e1': shown,
    'GET /api/grid/events/e2': event(row('e2', 'ACCEPTED')),
    ...more,
  })
}

const desk = (path = '/grid/events') =>
  mountPage(EventDeskPage, { path, pattern: '/grid/events/:id?', name: 'grid-events', props: true })

async function press(key: string): Promise<void> {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await flushPromises()
}

const submit = async (page: VueWrapper) => {
  await page.find('dialog form').trigger('submit')
  await flushPromises()
}

test('the queue is gone through with keys, and a queue without events says so', async () => {
  withPosting('grid.event.read')
  let asked = ''
  const { requests } = server(event(row('e1', 'ACCEPTED')), {
    'GET /api/grid/events': (_body: unknown, request: Request) => {
      asked = new URL(request.url).searchParams.get('which') ?? ''
      return { items: asked === 'TO_VERIFY' ? [] : [row('e1', 'ACCEPTED'), row('e2', 'ACCEPTED')] }
    },
  })
  const page = await desk()
  expect(page.text()).toContain('请选择一件事件')
  await press('j')
  expect(page.find('article').attributes('aria-label')).toContain('e1')
  await press('j')
  expect(page.find('article').attributes('aria-label')).toContain('e2')
  expect(page.find('[aria-current="true"]').text()).toContain('e2')
  await press('2')
  expect(asked).toBe('TO_VERIFY')
  expect(page.text()).toContain('没有待核查的事件')
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
})

test('an event goes to whoever is chosen, and a refusal is read where it was asked', async () => {
  withPosting('grid.event.read', 'grid.event.dispatch')
  const actions = [action('DISPATCH', '派发', true), action('join', '并案')]
  let tries = 0
  const { requests } = server(event(row('e1', 'ACCEPTED'), { actions }), {
    'POST /api/grid/events/e1/actions': () =>
      ++tries === 1
        ? new Refused(422, 'casework.unknown-posting', '这个岗位已不在任。')
        : event(row('e1', 'DISPATCHED')),
  })
  const page = await desk('/grid/events/e1')
  expect(page.findAll('[aria-label="可以办理的操作"] button').map((one) => one.text())).toEqual(['派发 F9'])
  await press('F9')
  const choices = page.findAll('dialog input[type="radio"]')
  expect(choices.map((one) => one.attributes('value'))).toEqual(['usual', 'w1', 'other'])
  expect((choices[0]?.element as HTMLInputElement).checked).toBe(true)
  await choices[1]?.setValue()
  await submit(page)
  expect(page.find('dialog [role="alert"]').text()).toContain('已不在任')
  await submit(page)
  expect(requests.filter(({ method }) => method === 'POST').at(-1)?.body).toMatchObject({
    revision: 4,
    action: 'DISPATCH',
    input: { posting: 'w1' },
  })
  expect(page.find('article').text()).toContain('DISPATCHED')
  expect(page.find('dialog').exists()).toBe(false)
})

test('whoever verifies sees both photos and says what remains', async () => {
  withPosting('grid.event.read', 'grid.event.handle')
  const { requests } = server(event(row('e1', 'FED_BACK'), { actions: [action('VERIFY', '核查', true)] }), {
    'POST /api/grid/events/e1/actions': event(row('e1', 'PARTLY_FIXED')),
  })
  const page = await desk('/grid/events/e1')
  await press('F9')
  expect(page.find('dialog').text()).toContain('处置前')
  expect(page.find('dialog').text()).toContain('处置后')
  expect(page.find('dialog').text()).toContain('照片还在拍摄的手机上')
  await page.find('dialog input[value="half-fixed"]').setValue()
  await page.find('dialog textarea').setValue('还有一处没有清理')
  await submit(page)
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
    action: 'VERIFY',
    input: { decision: 'half-fixed', remaining: '还有一处没有清理' },
  })
})

test('a report nearby is joined to the one that is there', async () => {
  withPosting('grid.event.read', 'grid.event.dispatch')
  const near = [row('e7', 'HANDLING')]
  const { requests } = server(
    event(row('e1', 'REPORTED'), { near, actions: [action('ACCEPT', '受理', true), action('join', '并案')] }),
    { 'POST /api/grid/events/e1/actions': event(row('e1', 'REPORTED', { joinedInto: 'e7' })) },
  )
  const page = await desk('/grid/events/e1')
  expect(page.text()).toContain('附近的同类事件')
  await page
    .findAll('button')
    .find((one) => one.text().startsWith('并案'))
    ?.trigger('click')
  await flushPromises()
  await submit(page)
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
    action: 'join',
    input: { into: 'e7' },
  })
  expect(page.text()).toContain('已与另一件事件合并办理')
})

test('an event that is gone or elsewhere is said', async () => {
  withPosting('grid.event.read')
  server({}, { 'GET /api/grid/events/e1': new Refused(404, 'grid.unknown-event', '没有这件事件。') })
  const page = await desk('/grid/events/e1')
  expect(page.find('.right [role="alert"]').text()).toContain('没有这件事件。')
})
