import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '../../index'
import cells from '../index'
import CellMapPage from './CellMapPage.vue'

// The map draws on a canvas, which this environment has not; the browser journeys see it.
vi.mock('../components/CellMap.vue', () => ({ default: { template: '<i class="map" />' } }))
for (const module of [grid, cells]) addMessages(module.name, module.messages)

const cell = (number: string) => ({
  type: 'Feature',
  id: `150203001015${number}`,
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [110, 40],
          [110.2, 40],
          [110.2, 40.1],
          [110, 40],
        ],
      ],
    ],
  },
  properties: {
    code: `150203001015${number}`,
    level: 'GRID_CELL',
    names: { zh: `${number}网格`, en: number },
    centre: [110.1, 40.05],
    squareMetres: 1,
  },
})

const told = (more = {}) => ({
  community: '150203001015',
  kept: ['150203001015001'],
  created: ['150203001015009'],
  retired: [],
  dwellings: 41,
  households: 37,
  people: 102,
  events: 2,
  phones: 3,
  ...more,
})

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/area/cells': {
      type: 'FeatureCollection',
      synthetic: true,
      features: [cell('001'), cell('002'), cell('003')],
    },
    'GET /api/registry/areas/150203001015001/dwellings': {
      items: [
        {
          id: 'h1',
          address: '友谊小区1栋101',
          compound: 'c',
          division: '',
          divisionNames: {},
          use: 'RENTAL',
        },
        {
          id: 'h2',
          address: '朝霞小区2栋202',
          compound: 'c',
          division: '',
          divisionNames: {},
          use: 'RENTAL',
        },
      ],
    },
    ...more,
  })
}

const open = (area = '150203001015') => mountPage(CellMapPage, { path: `/?area=${area}`, pattern: '/' })

async function click(page: VueWrapper, text: string): Promise<void> {
  await page
    .findAll('button')
    .find((one) => one.text() === text)
    ?.trigger('click')
  await flushPromises()
}

test('a split is looked at first, and made only with a reason', async () => {
  withPosting('grid.map.draw')
  const asked: string[] = []
  const { requests } = server({
    'POST /api/grid/cells/split': (_body: unknown, request: Request) => {
      asked.push(new URL(request.url).searchParams.get('preview') ?? '')
      return told()
    },
  })
  const page = await open()
  expect(
    page
      .findAll('button')
      .find((one) => one.text() === '查看会移动什么')
      ?.attributes('disabled'),
  ).toBeDefined()
  await click(page, '001')
  await click(page, '南北向从中间拆')
  await click(page, '查看会移动什么')
  const dialog = page.find('dialog')
  expect(dialog.text()).toContain('户37')
  expect(dialog.text()).toContain('人102')
  expect(dialog.text()).toContain('手机3')
  await dialog.find('textarea').setValue('户数超过500户')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(asked).toEqual(['true', 'false'])
  expect(requests.filter(({ method }) => method === 'POST').at(-1)?.body).toMatchObject({
    cell: '150203001015001',
    reason: '户数超过500户',
  })
  expect(page.find('dialog').exists()).toBe(false)
})

test('cells that do not adjoin are refused in words, on the page', async () => {
  withPosting('grid.map.draw')
  const { requests } = server({
    'POST /api/grid/cells/merge': new Refused(422, 'area.not-adjoining', '003网格和001网格不相邻。'),
  })
  const page = await open()
  await click(page, '合并')
  await click(page, '001')
  await click(page, '003')
  expect(page.text()).toContain('并入001网格')
  await click(page, '查看会移动什么')
  expect(page.find('[role="alert"]').text()).toContain('不相邻')
  expect(requests.at(-1)?.body).toMatchObject({ into: '150203001015001', others: ['150203001015003'] })
  await click(page, '003')
  expect(page.find('[role="alert"]').exists()).toBe(false)
})

test('homes are ticked and moved to another cell', async () => {
  withPosting('grid.map.draw')
  const { requests } = server({ 'POST /api/grid/cells/move': told({ created: [], dwellings: 1 }) })
  const page = await open()
  await click(page, '移动住户')
  await click(page, '001')
  await page.find('input[type="text"], input:not([type])').setValue('朝霞')
  expect(page.findAll('.homes li')).toHaveLength(1)
  await page.find('.homes input').setValue(true)
  await page.find('select.native').setValue('150203001015002')
  await click(page, '查看会移动什么')
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
    dwellings: ['h2'],
    to: '150203001015002',
  })
})

test('above a community there is nothing to draw yet', async () => {
  withPosting('grid.map.draw')
  server()
  const page = await open('150203001')
  expect(page.text()).toContain('请选择一个社区')
})
