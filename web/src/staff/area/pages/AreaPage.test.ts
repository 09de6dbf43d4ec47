import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import area from '../index'
import AreaPage from './AreaPage.vue'

// The map draws on a canvas, which this environment has not; the browser journeys see it.
vi.mock('../components/AreaMap.vue', () => ({ default: { template: '<i class="map" />' } }))
addMessages(area.name, area.messages)

function division(code: string, level: string, zh: string, inside: number) {
  return { code, level, names: { zh, en: zh }, shortNames: { zh, en: zh }, mongolian: null, inside }
}

const district = division('150203', 'DISTRICT', '昆都仑区', 16)
const street = division('150203001', 'SUB_DISTRICT', '少先路街道', 9)
const station = {
  code: 'ST-150203001',
  kind: 'STATION',
  names: { zh: '少先路街道社区中心站', en: 'Shaoxianlu Central Station' },
  area: '150203001',
  parent: null,
  serves: ['150203001'],
  windows: [{ number: 1, names: { zh: '1号', en: '1' }, active: true }],
}
const collection = { type: 'FeatureCollection', synthetic: true, features: [] }

function server() {
  return fakeServer({
    'GET /api/area/divisions': [street, division('150203003', 'SUB_DISTRICT', '沼潭街道', 6)],
    'GET /api/area/divisions/150203': { divisions: [district], station: null },
    'GET /api/area/units': [station],
    'GET /api/area/outlines': collection,
    'GET /api/area/locate': { divisions: [district, street], station },
  })
}

const AT_DISTRICT = { path: '/area/150203', pattern: '/area/:code', name: 'area' }

async function districtPage() {
  const page = { components: { AreaPage }, template: '<AreaPage :code="String($route.params.code)" />' }
  return mountPage(page, AT_DISTRICT)
}

test('lists what is inside a division and its units', async () => {
  withPosting()
  server()
  const page = await districtPage()
  expect(page.text()).toContain('少先路街道')
  expect(page.text()).toContain('沼潭街道')
  expect(page.text()).toContain('少先路街道社区中心站')
})

test('says what a point lies in', async () => {
  withPosting()
  server()
  const page = await districtPage()
  const [lon, lat] = page.findAll('input')
  await lon?.setValue('109.84')
  await lat?.setValue('40.64')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('[role="status"]').text()).toContain('少先路街道社区中心站服务')
})

test('shows the refusal of a code that does not exist', async () => {
  withPosting()
  fakeServer({
    'GET /api/area/divisions/150203': new Refused(422, 'area.unknown-division', '没有代码为 150203 的区划'),
  })
  const page = await districtPage()
  expect(page.find('[role="alert"]').text()).toContain('没有代码为 150203 的区划')
})
