import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import people from '@/staff/registry/people'
import areas from '../../areas'
import registry from '../../index'
import households from '../index'
import HouseholdPage from './HouseholdPage.vue'

for (const module of [registry, people, areas, households]) addMessages(module.name, module.messages)

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

const PATH = '/api/registry/households/h1'

function member(id: string, name: string, relation: string, zh: string, generation: number, more = {}) {
  return {
    person: { id, name, sex: 'MALE', age: 60 },
    relation,
    relationNames: { zh, en: zh },
    generation,
    from: '2020-01-01',
    here: true,
    atHome: true,
    home: 'd1',
    homeAddress: '友谊小区6栋2单元301',
    residence: 'REGISTERED_HERE',
    ...more,
  }
}

const household = {
  id: 'h1',
  number: '15*****89',
  kind: 'FAMILY',
  head: 'p1',
  dwelling: 'd1',
  address: '友谊小区6栋2单元301',
  division: '150203001018001',
  divisionNames: { zh: '钢二十三1号网格', en: 'Cell 1' },
  revision: 3,
  voided: false,
  on: '2026-03-02',
  today: true,
  members: [
    member('p1', '王**', '02', '户主', 0),
    member('p2', '李**', '10', '配偶', 0, {
      person: { id: 'p2', name: '李**', sex: 'FEMALE', age: 58, restricted: true },
    }),
    member('p3', '王**', '20', '子', 1, {
      atHome: false,
      home: 'd2',
      homeAddress: '朝霞小区***',
      residence: 'RENTAL',
    }),
    member('p4', '赵**', '51', '父亲', -1, { here: false, until: '2024-01-01' }),
  ],
}

const RELATIONS = [
  { code: '02', names: { zh: '户主', en: 'Head' } },
  { code: '51', names: { zh: '父亲', en: 'Father' } },
  { code: '52', names: { zh: '母亲', en: 'Mother' } },
]

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    [`GET ${PATH}`]: household,
    [`GET ${PATH}/changes`]: [],
    'GET /api/registry/codes/RELATION': RELATIONS,
    'GET /api/area/divisions/150203001018001': { divisions: [] },
    ...more,
  })
}

async function page() {
  const shown = { components: { HouseholdPage }, template: '<HouseholdPage id="h1" />' }
  return mountPage(shown, { path: '/registry/households/h1', pattern: '/registry/households/:id', leadsTo })
}

test('shows the generations, who lives elsewhere, and who left', async () => {
  withPosting('registry.dwelling.read', 'registry.person.read')
  server()
  const shown = await page()
  const generations = shown.findAll('.tree > li').map((one) => one.text())
  expect(generations).toHaveLength(2)
  expect(generations[0]).toContain('户主')
  expect(shown.findAll('.tree .restricted')).toHaveLength(1)
  expect(generations[1]).toContain('住在朝霞小区***')
  expect(shown.text()).toContain('已迁出的人')
  expect(shown.text()).not.toContain('整户迁移')
})

test('fills in the relations to a new head and asks for those that do not follow', async () => {
  withPosting('registry.dwelling.read', 'registry.dwelling.write')
  const { requests } = server({
    [`GET ${PATH}/head/p3`]: [
      { person: 'p1', relation: '51' },
      { person: 'p2' },
      { person: 'p3', relation: '02' },
    ],
    [`POST ${PATH}/head`]: new Refused(422, 'registry.relation-missing', '请为每位成员选择与新户主的关系。'),
  })
  const shown = await page()
  await shown
    .findAll('button')
    .find((one) => one.text() === '变更户主')
    ?.trigger('click')
  await flushPromises()
  await shown.find('dialog select').setValue('p3')
  await flushPromises()
  const selects = shown.findAll('dialog select').map((one) => (one.element as HTMLSelectElement).value)
  expect(selects).toEqual(['p3', '51', '', 'DESK'])
  await shown.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.find((one) => one.method === 'POST')?.body).toMatchObject({
    revision: 3,
    head: 'p3',
    relations: [{ person: 'p1', relation: '51' }],
  })
  expect(shown.find('dialog [role="alert"]').text()).toContain('请为每位成员选择')
})
