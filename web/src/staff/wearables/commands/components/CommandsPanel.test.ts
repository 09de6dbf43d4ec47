import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import commands from '../index'
import CommandsPanel from './CommandsPanel.vue'

addMessages(commands.name, commands.messages)

const GIVEN = {
  id: 'c1',
  kind: 'LOCATE',
  state: 'ANSWERED',
  orderedAt: '2026-03-01T01:00:00Z',
  orderedBy: '李建国',
  expiresAt: '2026-03-01T01:05:00Z',
}

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/wearables/devices/7/commands': [GIVEN],
    'POST /api/wearables/devices/7/commands': { id: 'c2' },
    ...more,
  })

const panel = () =>
  mountPage({ components: { CommandsPanel }, template: '<CommandsPanel :device-id="7" />' }, { path: '/' })

beforeEach(() => void vi.restoreAllMocks())

test('a watch is told to say where it is with one click, and what it was told is listed', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  const { requests } = server()
  const page = await panel()
  expect(page.text()).toContain('手表已应答')
  await page
    .findAll('button')
    .find((button) => button.text() === '立即定位')
    ?.trigger('click')
  await flushPromises()
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'LOCATE' })
})

test('why a watch may not be told is said', async () => {
  withPosting('wearables.device.read', 'wearables.device.keep')
  server({
    'POST /api/wearables/devices/7/commands': new Refused(
      409,
      'wearables.locating-needs-consent',
      '请先登记位置同意，再定位这台设备。',
    ),
  })
  const page = await panel()
  await page.find('button').trigger('click')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('请先登记位置同意')
})

test('whoever may only read gives no order', async () => {
  withPosting('wearables.device.read')
  server()
  const page = await panel()
  expect(page.findAll('button')).toHaveLength(0)
  expect(page.text()).toContain('李建国')
})
