import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import vendors from '../index'
import VendorsPage from './VendorsPage.vue'

for (const module of [grid, vendors]) addMessages(module.name, module.messages)

const KEY = '0f'.repeat(32)

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203': { divisions: [] },
    'GET /api/wearables/vendors': [
      {
        id: 1,
        name: '安居物联',
        area: '150203',
        madeAt: '2026-02-01T01:00:00Z',
        heardAt: '2026-03-01T01:00:00Z',
      },
      {
        id: 2,
        name: '旧平台',
        area: '150203',
        madeAt: '2026-01-01T01:00:00Z',
        retiredAt: '2026-02-01T01:00:00Z',
      },
    ],
    ...more,
  })

const page = () =>
  mountPage(VendorsPage, {
    path: '/wearables/vendors',
    pattern: '/wearables/vendors',
    name: 'wearables-vendors',
  })

const press = async (shown: VueWrapper, text: string) => {
  await shown
    .findAll('button')
    .find((button) => button.text() === text)
    ?.trigger('click')
  await flushPromises()
}

function pressInDialog(text: string): void {
  const all = [...document.body.querySelectorAll('button')]
  all.find((button) => button.textContent.trim() === text)?.click()
}

async function write(form: string, words: string): Promise<void> {
  const field = document.body.querySelector<HTMLInputElement>(`#${form} input`)
  expect(field).not.toBeNull()
  if (field) {
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  document.body.querySelector<HTMLFormElement>(`#${form}`)?.dispatchEvent(new Event('submit'))
  await flushPromises()
}

test('who is connected and heard of is seen at a glance', async () => {
  withPosting('wearables.vendor.keep')
  server()
  const shown = await page()
  const rows = shown.findAll('tbody tr').map((row) => row.text())
  expect(rows[0]).toContain('安居物联')
  expect(rows[0]).toContain('已接入')
  expect(rows[0]).toContain('停用')
  expect(rows[1]).toContain('还没有上报过')
  expect(shown.findAll('tbody button')).toHaveLength(1)
})

test('the key of a new vendor is shown once and copied', async () => {
  withPosting('wearables.vendor.keep')
  const copied = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied } })
  const { requests } = server({ 'POST /api/wearables/vendors': { id: 3, key: KEY } })
  const shown = await page()
  await press(shown, '添加厂商')
  await write('add-vendor', '新平台')
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({ name: '新平台' })
  expect(document.body.textContent).toContain(KEY)
  pressInDialog('复制密钥')
  await flushPromises()
  expect(copied).toHaveBeenCalledWith(KEY)
  pressInDialog('我已保存')
  await flushPromises()
  expect(document.body.textContent).not.toContain(KEY)
  vi.unstubAllGlobals()
})

test('a vendor is ended with a reason', async () => {
  withPosting('wearables.vendor.keep')
  const { requests } = server({ 'POST /api/wearables/vendors/1/retire': undefined })
  const shown = await page()
  await press(shown, '停用')
  await write('end-vendor', '合同到期')
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '合同到期' })
})
