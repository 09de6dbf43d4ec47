import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import zones from '../index'
import LimitsPanel from './LimitsPanel.vue'

addMessages(zones.name, zones.messages)

const PATH = '/api/wearables/devices/7/limits'
const own = { at: '2026-03-02T04:00:00Z', setter: '王芳', reason: '慢阻肺' }
const answer = (more = {}) => ({
  consented: true,
  limits: [
    { kind: 'HEART_RATE', first: { lowRed: 39, lowYellow: 49, highYellow: 111, highRed: 131 } },
    {
      kind: 'BLOOD_PRESSURE',
      first: { lowRed: 89, highYellow: 160, highRed: 180 },
      second: { lowRed: 59, highYellow: 100, highRed: 110 },
    },
    { kind: 'OXYGEN', first: { lowRed: 85, lowYellow: 90 }, set: own },
    { kind: 'TEMPERATURE', first: { lowRed: 350, highYellow: 373, highRed: 385 } },
  ],
  ...more,
})

const panel = () =>
  mountPage({ components: { LimitsPanel }, template: '<LimitsPanel :device-id="7" />' }, { path: '/' })

async function press(page: VueWrapper, row: number, text: string): Promise<void> {
  await page
    .findAll('tbody tr')
    [row]?.findAll('button')
    .find((one) => one.text() === text)
    ?.trigger('click')
  await flushPromises()
}

test('limits stand in the units people know, and the panel says what it is not', async () => {
  withPosting('wearables.device.read')
  fakeServer({ [`GET ${PATH}`]: answer() })
  const page = await panel()
  const rows = page.findAll('tbody tr').map((row) => row.text().replace(/\s+/g, ' '))
  expect(rows).toHaveLength(5)
  expect(rows[0]).toContain('≤ 39≤ 49≥ 111≥ 131默认')
  expect(rows[2]).toContain('舒张压（mmHg）≤ 59—≥ 100≥ 110')
  expect(rows[3]).toContain('王芳设置')
  expect(rows[3]).toContain('慢阻肺')
  expect(rows[4]).toContain('≤ 35.0—≥ 37.3≥ 38.5')
  expect(page.text()).toContain('本产品不是医疗器械')
  expect(page.find('tbody button').exists()).toBe(false)
})

test('a clinician sets limits with a reason, in tenths where the server counts so', async () => {
  withPosting('wearables.device.read', 'wearables.limit.set')
  const { requests } = fakeServer({ [`GET ${PATH}`]: answer(), [`PUT ${PATH}/TEMPERATURE`]: undefined })
  const page = await panel()
  await press(page, 4, '修改')
  const dialog = page.find('dialog')
  expect(dialog.text()).toContain('不是医疗器械')
  await dialog.findAll('input[type="number"]')[2]?.setValue('37.6')
  await dialog.find('input[maxlength="200"]').setValue('医生建议')
  await dialog.find('form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
    first: { lowRed: 350, highYellow: 376, highRed: 385 },
    reason: '医生建议',
  })
  expect(page.find('form').exists()).toBe(false)
})

test('both numbers of the blood pressure are set, and a refusal stands at its field', async () => {
  withPosting('wearables.device.read', 'wearables.limit.set')
  const { requests } = fakeServer({
    [`GET ${PATH}`]: answer(),
    [`PUT ${PATH}/BLOOD_PRESSURE`]: new Refused(422, 'wearables.limit-out-of-order', '限值不能颠倒。', [
      { field: 'second.highRed', message: '限值不能颠倒。' },
    ]),
  })
  const page = await panel()
  await press(page, 1, '修改')
  const inputs = page.findAll('dialog input[type="number"]')
  expect(inputs).toHaveLength(8)
  await inputs[7]?.setValue('90')
  await page.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    second: { highYellow: 100, highRed: 90 },
  })
  expect(page.findAll('dialog .faulty')).toHaveLength(1)
  expect(page.find('dialog .faulty').text()).toContain('红色上限')
})

test('the usual limits come back after a question', async () => {
  withPosting('wearables.device.read', 'wearables.limit.set')
  const { requests } = fakeServer({ [`GET ${PATH}`]: answer(), [`DELETE ${PATH}/OXYGEN`]: undefined })
  const page = await panel()
  expect(page.findAll('tbody tr')[0]?.text()).not.toContain('恢复默认')
  await press(page, 3, '恢复默认')
  const confirm = page
    .find('dialog')
    .findAll('button')
    .find((one) => one.text() === '恢复默认')
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
  await confirm?.trigger('click')
  await flushPromises()
  expect(requests.some(({ method }) => method === 'DELETE')).toBe(true)
})

test('without the consent nothing can be set', async () => {
  withPosting('wearables.device.read', 'wearables.limit.set')
  fakeServer({ [`GET ${PATH}`]: answer({ consented: false }) })
  const page = await panel()
  expect(page.text()).toContain('没有同意记录体征')
  expect(page.find('tbody button').exists()).toBe(false)
})
