import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import registry from '../../index'
import areas from '../index'
import AreaFiguresPage from './AreaFiguresPage.vue'
import AreaResidentsPage from './AreaResidentsPage.vue'

// The map draws on a canvas, which this environment has not; the browser journeys see it.
vi.mock('../components/DwellingMap.vue', () => ({ default: { template: '<i class="map" />' } }))
for (const module of [registry, areas]) addMessages(module.name, module.messages)

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

const NAMES = { zh: '少先路街道', en: 'Shaoxianlu' }

test('shows the figures of the posting’s own area first', async () => {
  withPosting('registry.figures.read', 'registry.dwelling.read')
  fakeServer({
    'GET /api/registry/areas/150203001/figures': {
      area: '150203001',
      names: NAMES,
      countedAt: '2026-03-02T01:00:00Z',
      residents: [
        { group: 'LIVING_HERE', count: 12345 },
        { group: 'ELDER_ALONE', count: 21 },
        { group: 'AGE_UNKNOWN', count: 0 },
      ],
      dwellings: [
        { kind: 'OWNER_OCCUPIED', count: 30 },
        { kind: 'VACANT', count: 4 },
      ],
      households: [],
      organisations: [],
      places: [],
    },
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
  })
  const shown = await mountPage(AreaFiguresPage, { leadsTo })
  expect(shown.find('h1').text()).toBe('少先路街道')
  expect(shown.text()).toContain('12,345')
  expect(shown.text()).toContain('独居老人')
  expect(shown.text()).not.toContain('年龄不详')
  expect(shown.text()).toContain('34')
})

test('lists whom a figure counts, masked', async () => {
  withPosting('registry.dwelling.read')
  fakeServer({
    'GET /api/registry/areas/150203001/residents': {
      items: [
        {
          residence: 'r1',
          person: { id: 'p1', name: '王**', sex: 'FEMALE', age: 83 },
          kind: 'REGISTERED_HERE',
          dwelling: 'd1',
          address: '友谊小区***',
          division: '150203001019001',
          divisionNames: NAMES,
        },
      ],
    },
    'GET /api/area/divisions/150203001': { divisions: [] },
  })
  const page = {
    components: { AreaResidentsPage },
    template: '<AreaResidentsPage code="150203001" group="ELDER_ALONE" />',
  }
  const shown = await mountPage(page, { leadsTo })
  expect(shown.find('h1').text()).toContain('独居老人')
  expect(shown.find('tbody').text()).toContain('王**')
  expect(shown.find('tbody').text()).toContain('83岁')
})
