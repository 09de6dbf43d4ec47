import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import people from '@/staff/registry/people'
import areas from '../../areas'
import registry from '../../index'
import organisations from '../index'
import OrganisationPage from './OrganisationPage.vue'

for (const module of [registry, people, areas, organisations]) addMessages(module.name, module.messages)

const leadsTo = ['registry-area']

const PATH = '/api/registry/organisations/o1'

const organisation = {
  id: 'o1',
  name: '朝阳便民超市',
  kind: 'INDIVIDUAL_BUSINESS',
  phone: '138****4321',
  division: '150203001019001',
  divisionNames: { zh: '友谊1号网格', en: 'Cell 1' },
  revision: 1,
  voided: false,
}

test('shows the phone in full only after the purpose was sent', async () => {
  withPosting('registry.organisation.read')
  const { requests } = fakeServer({
    [`GET ${PATH}`]: organisation,
    [`GET ${PATH}/changes`]: [],
    [`POST ${PATH}/reveal`]: { phone: '13800004321' },
    'GET /api/area/divisions/150203001019001': { divisions: [] },
  })
  const page = { components: { OrganisationPage }, template: '<OrganisationPage id="o1" />' }
  const shown = await mountPage(page, {
    path: '/registry/organisations/o1',
    pattern: '/registry/organisations/:id',
    leadsTo,
  })
  expect(shown.text()).toContain('138****4321')
  expect(shown.text()).not.toContain('注销')
  await shown.find('.masked-value button').trigger('click')
  await flushPromises()
  await shown.findAll('dialog button').at(-1)?.trigger('click')
  await flushPromises()
  const sent = requests.find((one) => one.method === 'POST')
  expect(sent?.body).toHaveProperty('purpose')
  expect(shown.find('.masked-value').text()).toContain('13800004321')
})
