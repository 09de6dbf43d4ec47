import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import devices from '../index'
import DevicesPage from './DevicesPage.vue'

for (const module of [grid, devices]) addMessages(module.name, module.messages)

const device = (id: number, more = {}) => ({
  id,
  number: `86000000000${id}`,
  model: 'H59',
  area: '150203001015001',
  consents: [],
  ...more,
})

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/wearables/health': [
      {
        protocol: 'watch',
        port: 5093,
        connections: 240,
        frames: 12_345,
        faults: 3,
        unregistered: 1,
        floods: 0,
        quarantined: 2,
      },
    ],
    'GET /api/wearables/quarantine': [],
    'GET /api/wearables/devices': {
      items: [
        device(1),
        device(2, {
          wearer: 'p1',
          consents: [
            { kind: 'VITALS', since: '2026-02-01T01:00:00Z' },
            { kind: 'POSITION', since: '2026-02-01T01:00:00Z' },
          ],
          seenAt: '2026-03-01T01:00:00Z',
          battery: 9,
        }),
      ],
    },
    ...more,
  })

const page = () =>
  mountPage(DevicesPage, {
    path: '/wearables/devices',
    pattern: '/wearables/devices',
    name: 'wearables-devices',
    leadsTo: ['registry-person', 'wearables-device'],
  })

test('stock and health are seen at a glance', async () => {
  withPosting('wearables.device.read')
  server()
  const shown = await page()
  const rows = shown.findAll('tbody tr').map((row) => row.text())
  expect(rows[0]).toContain('在库')
  expect(rows[0]).not.toContain('[')
  expect(rows[0]).toContain('还没有联系过')
  expect(rows[1]).toContain('9%')
  expect(rows[1]).toContain('位置体征')
  expect(shown.find('tbody a[href*="wearables-device/1"]').text()).toBe('860000000001')
  expect(shown.find('.low').exists()).toBe(true)
  expect(shown.find('.skeleton').exists()).toBe(false)
  const health = shown.find('details')
  ;(health.element as HTMLDetailsElement).open = true
  await health.trigger('toggle')
  await flushPromises()
  expect(shown.text()).toContain('端口5093')
  expect(shown.text()).not.toContain('停用')
})

test('a watch is taken out of use with a reason', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = server({ 'POST /api/wearables/devices/2/retire': undefined })
  const shown = await page()
  await shown
    .findAll('tbody tr:last-child button')
    .find((button) => button.text() === '停用')
    ?.trigger('click')
  await flushPromises()
  const words = document.body.querySelector<HTMLInputElement>('#device-words input')
  expect(words).not.toBeNull()
  if (words) {
    words.value = '表带断裂'
    words.dispatchEvent(new Event('input', { bubbles: true }))
  }
  document.body.querySelector<HTMLFormElement>('#device-words')?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '表带断裂' })
})
