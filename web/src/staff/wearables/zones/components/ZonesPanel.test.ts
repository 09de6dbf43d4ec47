import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import zones from '../index'
import ZonesPanel from './ZonesPanel.vue'

// The map draws on a canvas, which this environment has not; here a button draws a triangle.
const TRIANGLE = [
  { lon: 109.83, lat: 40.65 },
  { lon: 109.84, lat: 40.65 },
  { lon: 109.84, lat: 40.66 },
]
vi.mock('./ZoneMap.vue', () => ({
  default: {
    props: ['zones', 'draft', 'place', 'community'],
    emits: ['drawn', 'choose'],
    template: `<div class="map"><button class="pen" @click="$emit('drawn', { corners: triangle })" /></div>`,
    data: () => ({ triangle: TRIANGLE }),
  },
}))
addMessages(zones.name, zones.messages)

const HOME = { lon: 109.83, lat: 40.65 }
const PATH = '/api/wearables/devices/7/zones'
const home = {
  id: 3,
  name: '家',
  centre: HOME,
  radius: 200,
  corners: [],
  leaving: true,
  entering: false,
  hours: { days: 127, from: '22:00:00', to: '06:00:00' },
  inside: false,
  since: '2026-03-02T04:00:00Z',
}
const answer = (more = {}) => ({
  area: '150203001016001',
  consented: true,
  place: HOME,
  zones: [home],
  ...more,
})

const panel = () =>
  mountPage({ components: { ZonesPanel }, template: '<ZonesPanel :device-id="7" />' }, { path: '/' })

async function click(page: VueWrapper, text: string, within = 'section'): Promise<void> {
  await page
    .find(within)
    .findAll('button')
    .find((one) => one.text() === text)
    ?.trigger('click')
  await flushPromises()
}

test('zones are told in words, with whether somebody is there', async () => {
  withPosting('wearables.device.read')
  fakeServer({ [`GET ${PATH}`]: answer() })
  const page = await panel()
  const text = page.find('li').text()
  expect(text).toContain('半径200米')
  expect(text).toContain('离开时报警')
  expect(text).not.toContain('进入时报警')
  expect(text).toContain('每天 22:00—次日06:00')
  expect(text).toContain('在外面')
  expect(page.find('.out').exists()).toBe(true)
  expect(page.findAll('button').some((one) => one.text() === '修改')).toBe(false)
})

test('a circle is made without a mouse on the map', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = fakeServer({
    [`GET ${PATH}`]: answer({ zones: [] }),
    [`POST ${PATH}`]: { id: 4 },
  })
  const page = await panel()
  expect(page.text()).toContain('还没有安全区')
  await click(page, '新的安全区')
  const form = page.find('form')
  await form.find('input[maxlength="40"]').setValue('家')
  await form.find('input[type="number"]').setValue('150')
  await form.find('input[name="timed"]').setValue(true)
  await form.findAll('fieldset')[2]?.findAll('input')[6]?.setValue(false)
  await form.trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    name: '家',
    centre: HOME,
    radius: 150,
    leaving: true,
    entering: false,
    hours: { days: 63, from: '22:00', to: '06:00' },
  })
  expect(page.find('form').exists()).toBe(false)
})

test('a polygon is sent once it is drawn', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = fakeServer({ [`GET ${PATH}`]: answer(), [`POST ${PATH}`]: { id: 4 } })
  const page = await panel()
  await click(page, '新的安全区')
  const form = page.find('form')
  await form.find('input[maxlength="40"]').setValue('小区')
  await form.find('input[value="polygon"]').setValue(true)
  await form.trigger('submit')
  expect(page.find('[role="alert"]').text()).toContain('请先在图上画出')
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
  await page.find('.pen').trigger('click')
  expect(form.text()).toContain('3个角')
  await form.trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    name: '小区',
    corners: TRIANGLE,
    leaving: true,
    entering: false,
  })
})

test('what the server refuses stands in the form, which stays', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = fakeServer({
    [`GET ${PATH}`]: answer(),
    [`PUT ${PATH}/3`]: new Refused(422, 'wearables.zone-radius', '半径应为30到5000米。', [
      { field: 'radius', message: '半径应为30到5000米。' },
    ]),
  })
  const page = await panel()
  await click(page, '修改', 'li')
  await page.find('input[type="number"]').setValue('10')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'PUT')?.body).toMatchObject({ radius: 10 })
  expect(page.find('.fault').text()).toContain('30到5000米')
  await click(page, '取消', 'form')
  expect(page.find('li').text()).toContain('半径200米')
})

test('a zone is deleted after a question', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = fakeServer({ [`GET ${PATH}`]: answer(), [`DELETE ${PATH}/3`]: undefined })
  const page = await panel()
  await click(page, '修改', 'li')
  await click(page, '删除', 'form')
  expect(page.find('dialog').text()).toContain('不再报警')
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
  await click(page, '删除', 'dialog')
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(true)
  expect(page.find('form').exists()).toBe(false)
})

test('without the consent there is nothing to draw', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  fakeServer({ [`GET ${PATH}`]: answer({ consented: false, zones: [], place: undefined }) })
  const page = await panel()
  expect(page.text()).toContain('没有同意记录位置')
  expect(page.text()).not.toContain('新的安全区')
  expect(page.find('.map').exists()).toBe(false)
})
