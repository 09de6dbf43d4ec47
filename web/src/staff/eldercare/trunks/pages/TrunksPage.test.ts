import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import grid from '@/staff/grid'
import trunks from '../index'
import TrunksPage from './TrunksPage.vue'

for (const module of [grid, trunks]) addMessages(module.name, module.messages)

const KEY = '0f'.repeat(32)
const HOUR = 3600_000

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

const server = (more: Record<string, unknown> = {}) =>
  fakeServer({
    'GET /api/area/divisions': [],
    'GET /api/area/divisions/150203': { divisions: [] },
    'GET /api/eldercare/trunks': [
      {
        id: 1,
        name: '区呼叫中心',
        area: '150203',
        madeAt: '2026-02-01T01:00:00Z',
        heardAt: '2026-03-01T01:00:00Z',
        formerUntil: inHours(5),
      },
      {
        id: 2,
        name: '备用线路',
        area: '150203',
        madeAt: '2026-02-01T01:00:00Z',
        formerUntil: inHours(-5),
      },
      {
        id: 3,
        name: '旧线路',
        area: '150203',
        madeAt: '2026-01-01T01:00:00Z',
        retiredAt: '2026-02-01T01:00:00Z',
      },
    ],
    ...more,
  })

const page = () =>
  mountPage(TrunksPage, {
    path: '/eldercare/trunks',
    pattern: '/eldercare/trunks',
    name: 'eldercare-trunks',
  })

const press = async (shown: VueWrapper, text: string) => {
  await shown
    .findAll('button')
    .find((button) => button.text() === text)
    ?.trigger('click')
  await flushPromises()
}

async function pressInDialog(text: string): Promise<void> {
  const all = [...document.body.querySelectorAll('dialog button')]
  const found = all.find((button) => button.textContent.trim() === text)
  expect(found).toBeInstanceOf(HTMLElement)
  if (found instanceof HTMLElement) found.click()
  await flushPromises()
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

test('who is connected, heard of and under two keys is seen at a glance', async () => {
  withPosting('eldercare.trunk.keep')
  server()
  const shown = await page()
  const rows = shown.findAll('tbody tr')
  const texts = rows.map((row) => row.text())
  expect(texts[0]).toContain('区呼叫中心')
  expect(texts[0]).toContain('已接入')
  expect(texts[0]).toContain('原密钥有效至')
  expect(texts[1]).toContain('还没有上报过')
  expect(texts[1]).not.toContain('原密钥')
  expect(texts[2]).toContain('停用')
  expect(rows.map((row) => row.findAll('button').length)).toEqual([2, 2, 0])
})

test('the key of a new trunk is shown once, with a line to try it, and both are copied', async () => {
  withPosting('eldercare.trunk.keep')
  const copied = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied } })
  const { requests } = server({ 'POST /api/eldercare/trunks': { id: 4, key: KEY } })
  const shown = await page()
  await press(shown, '添加线路')
  await write('add-trunk', '新线路')
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    name: '新线路',
    area: '150203001',
  })
  const line = `LINLI_TRUNK_KEY=${KEY} ./linli ring --trunk=4`
  expect(document.body.querySelector('dialog pre')?.textContent).toBe(line)
  for (const word of ['新线路的接入密钥', '/api/public/eldercare/calls/events', 'docs/integrations/calls.md'])
    expect(document.body.textContent).toContain(word)
  await pressInDialog('复制密钥')
  expect(copied).toHaveBeenLastCalledWith(KEY)
  await pressInDialog('复制命令')
  expect(copied).toHaveBeenLastCalledWith(line)
  await pressInDialog('我已保存')
  expect(document.body.textContent).not.toContain(KEY)
  vi.unstubAllGlobals()
})

test('a key is changed only once that was confirmed, and the new one is shown', async () => {
  withPosting('eldercare.trunk.keep')
  const { requests } = server({ 'POST /api/eldercare/trunks/1/key': { id: 1, key: KEY } })
  const shown = await page()
  await press(shown, '更换密钥')
  expect(document.body.textContent).toContain('现用密钥还可使用 24 小时')
  expect(document.body.textContent).toContain('这次更换后立即失效')
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
  await pressInDialog('更换密钥')
  expect(document.body.textContent).toContain('区呼叫中心的接入密钥')
  expect(document.body.textContent).toContain(KEY)
  expect(document.body.textContent).not.toContain('现用密钥还可使用 24 小时')
  expect(requests.filter(({ path }) => path === '/api/eldercare/trunks')).toHaveLength(2)
})

test('why a key was not changed is read where it was asked for', async () => {
  withPosting('eldercare.trunk.keep')
  server({
    'POST /api/eldercare/trunks/1/key': new Refused(409, 'trunk-retired', '这条话务线路已停用。'),
  })
  const shown = await page()
  await press(shown, '更换密钥')
  await pressInDialog('更换密钥')
  expect(document.body.querySelector('dialog [role="alert"]')?.textContent).toContain('这条话务线路已停用。')
})

test('a trunk is ended with a reason', async () => {
  withPosting('eldercare.trunk.keep')
  const { requests } = server({ 'POST /api/eldercare/trunks/1/retire': undefined })
  const shown = await page()
  await press(shown, '停用')
  await write('end-trunk', '更换话务系统')
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '更换话务系统' })
})
