import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import sync from '../../index'
import devices from '../index'
import { standingOf } from '../standing'
import DevicesPage from './DevicesPage.vue'

for (const module of [grid, sync, devices]) addMessages(module.name, module.messages)

const device = (more = {}) => ({
  id: 'd1',
  account: 'a1',
  holder: '王娟',
  area: '150203001015',
  name: '华为',
  platform: 'Android',
  appSchema: 1,
  outdated: false,
  registeredAt: '2026-01-01T01:00:00Z',
  lastContactAt: '2026-03-01T01:00:00Z',
  leaseUntil: '2026-03-04T01:00:00Z',
  unsent: 3,
  clockWrong: false,
  wipeAsked: false,
  ...more,
})

function server(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203001': { divisions: [] },
    'GET /api/area/divisions/150203001015': { divisions: [] },
    'GET /api/sync/devices': { items: [device()] },
    ...more,
  })
}

test('how a phone stands follows from its lease and what was asked of it', () => {
  const within = Date.parse('2026-03-02T01:00:00Z')
  const after = Date.parse('2026-03-05T01:00:00Z')
  expect(standingOf(device(), within)).toBe('current')
  expect(standingOf(device(), after)).toBe('locked')
  expect(standingOf(device({ revokedAt: '2026-03-02T00:00:00Z' }), after)).toBe('revoked')
  expect(standingOf(device({ revokedAt: '2026-03-02T00:00:00Z', wipeAsked: true }), within)).toBe('wiping')
  expect(standingOf(device({ wipeAsked: true, wipedAt: '2026-03-02T00:00:00Z' }), within)).toBe('wiped')
})

test('ending a phone tells what would be lost, and asks for a reason', async () => {
  withPosting('sync.device.read', 'sync.device.revoke')
  let tries = 0
  const { requests } = server({
    'POST /api/sync/devices/d1/revoke': () =>
      ++tries === 1
        ? new Refused(400, 'house.invalid', '请检查填写的内容。', [
            { field: 'reason', message: '请写明理由。' },
          ])
        : undefined,
  })
  const page = await mountPage(DevicesPage)
  await page.find('tbody button').trigger('click')
  await flushPromises()
  expect(page.find('dialog').text()).toContain('还有3项没有发送')
  await page.find('dialog form').trigger('submit')
  await flushPromises()
  expect(page.find('dialog').text()).toContain('请写明理由。')
  await page.find('dialog textarea').setValue('手机丢失')
  await page.find('dialog form').trigger('submit')
  await flushPromises()
  expect(requests.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({
    reason: '手机丢失',
    wipe: true,
  })
  expect(page.find('dialog').exists()).toBe(false)
})

test('whoever may only read ends nothing', async () => {
  withPosting('sync.device.read')
  server()
  const page = await mountPage(DevicesPage)
  expect(page.find('tbody').text()).toContain('王娟')
  expect(page.find('tbody button').exists()).toBe(false)
})
