import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import people from '@/staff/registry/people'
import areas from '../../areas'
import registry from '../../index'
import dwellings from '../index'
import DwellingPage from './DwellingPage.vue'
import FindDwellingsPage from './FindDwellingsPage.vue'

for (const module of [registry, people, areas, dwellings]) addMessages(module.name, module.messages)

const leadsTo = [
  'registry-person',
  'registry-dwelling',
  'registry-compound',
  'registry-household',
  'registry-household-new',
  'registry-area',
  'registry-area-residents',
  'registry-area-dwellings',
  'registry-households',
  'registry-organisations',
  'registry-organisation',
  'registry-places',
]

const PATH = '/api/registry/dwellings/d1'
const CELL = { zh: '友谊1号网格', en: 'Cell 1' }

const dwelling = {
  id: 'd1',
  compound: 'c1',
  compoundName: '友谊小区',
  address: '友谊小区19栋3单元502',
  building: '19',
  unit: '3',
  room: '502',
  division: '150203001019001',
  divisionNames: CELL,
  use: 'RENTAL',
  squareMetres: 62.5,
  revision: 2,
  voided: false,
  on: '2026-03-02',
  today: true,
  households: [{ id: 'h1', kind: 'FAMILY', head: '王**', members: 2 }],
  residents: [
    {
      residence: 'r1',
      revision: 1,
      person: { id: 'p1', name: '王**', sex: 'MALE', age: 45 },
      kind: 'RENTAL',
      from: '2024-01-01',
      here: true,
    },
    {
      residence: 'r2',
      revision: 2,
      person: { id: 'p2', name: '李*', sex: 'FEMALE', restricted: true },
      kind: 'FLOATING',
      from: '2020-01-01',
      until: '2023-12-31',
      here: false,
    },
  ],
}

const changed = {
  id: 'x1',
  at: '2026-03-02T01:00:00Z',
  source: 'FIELD',
  reason: '入户走访看到',
  actor: '王芳',
  unit: { zh: '少先路街道社区中心站', en: 'Station' },
  rows: [
    {
      what: 'dwelling',
      row: 'd1',
      act: 'CHANGED',
      fields: [{ field: 'use', before: 'VACANT', after: 'RENTAL' }],
    },
  ],
}

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    [`GET ${PATH}`]: dwelling,
    [`GET ${PATH}/changes`]: [changed],
    'GET /api/area/divisions/150203001019001': { divisions: [] },
    ...more,
  })
}

async function page() {
  const shown = { components: { DwellingPage }, template: '<DwellingPage id="d1" />' }
  return mountPage(shown, { path: '/registry/dwellings/d1', pattern: '/registry/dwellings/:id', leadsTo })
}

test('shows who lives and lived there, and its history in words', async () => {
  withPosting('registry.dwelling.read')
  server()
  const shown = await page()
  expect(shown.find('h1').text()).toBe('友谊小区19栋3单元502')
  const tables = shown.findAll('table').map((one) => one.text())
  expect(tables[0]).toContain('区内户籍，在此租住')
  expect(tables[1]).toContain('李*')
  expect(tables[1]).toContain('限制处理')
  expect(shown.text()).toContain('空置')
  expect(shown.text()).not.toContain('VACANT')
  expect(shown.findAll('button').map((one) => one.text())).not.toContain('更正')
})

test('asks for the state of another day and then only shows it', async () => {
  withPosting('registry.dwelling.read', 'registry.dwelling.write')
  const { requests } = server()
  const shown = await page()
  expect(shown.text()).toContain('登记迁入')
  await shown.find('input[type="date"]').setValue('2026-02-01')
  await flushPromises()
  expect(shown.find('[role="status"]').text()).toContain('2026/02/01')
  expect(shown.text()).not.toContain('登记迁入')
  expect(requests.length).toBeGreaterThan(3)
})

test('keeps what was typed when moving out is refused', async () => {
  withPosting('registry.dwelling.read', 'registry.dwelling.write')
  const { requests } = server({
    'POST /api/registry/residences/r1/move-out': new Refused(
      422,
      'registry.dates-reversed',
      '结束日期早于开始日期。',
      [{ field: 'until', message: '结束日期早于开始日期。' }],
    ),
  })
  const shown = await page()
  await shown
    .findAll('button')
    .find((one) => one.text().startsWith('迁出'))
    ?.trigger('click')
  await flushPromises()
  await shown.find('dialog input[type="date"]').setValue('2023-01-01')
  await shown.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.find((one) => one.method === 'POST')?.body).toMatchObject({
    revision: 1,
    until: '2023-01-01',
    registrationStays: false,
  })
  expect(shown.find('dialog .fault').text()).toContain('结束日期早于开始日期')
  expect((shown.find('dialog input[type="date"]').element as HTMLInputElement).value).toBe('2023-01-01')
})

test('finds a dwelling as it is said', async () => {
  withPosting('registry.dwelling.read')
  fakeServer({
    'GET /api/registry/compounds': { items: [] },
    'GET /api/registry/dwellings': {
      compounds: [],
      dwellings: [
        {
          id: 'd1',
          compound: 'c1',
          address: '友谊小区19栋3单元502',
          division: '150203001019001',
          divisionNames: CELL,
          use: 'RENTAL',
        },
      ],
    },
  })
  const shown = await mountPage(FindDwellingsPage, { path: '/?said=yy19-3-502', leadsTo })
  expect(shown.find('tbody').text()).toContain('友谊小区19栋3单元502')
  expect(shown.text()).toContain('这里还没有登记小区')
})
