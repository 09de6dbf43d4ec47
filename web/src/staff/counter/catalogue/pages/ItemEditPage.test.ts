import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { addMessages, setLanguage } from '@/shared/i18n'
import { fakeServer, withPosting } from '@/shared/testing'
import catalogue from '../index'
import ItemEditPage from './ItemEditPage.vue'

addMessages(catalogue.name, catalogue.messages)

const PATH = '/api/counter/items/150203-ZM-001'
const FAULT = { file: 'zm-001.yaml', line: 14, fault: 'DEPARTMENT_UNKNOWN', message: '没有这个部门:X' }

async function opened(dryRun: unknown) {
  withPosting('counter.item.read', 'counter.item.publish')
  const server = fakeServer({
    [`GET ${PATH}/versions`]: [
      { version: 3, inForce: true, publishedAt: '2026-03-01T00:00:00Z', publishedBy: 'x' },
    ],
    [`GET ${PATH}/versions/3`]: { item: {}, source: 'code: 150203-ZM-001\nversion: 3\n' },
    [`POST ${PATH}/dry-run`]: dryRun,
    [`POST ${PATH}/versions`]: { version: 4 },
  })
  const routes = catalogue.routes ?? []
  const router = createRouter({ history: createMemoryHistory(), routes })
  const page = mount(ItemEditPage, { props: { code: '150203-ZM-001' }, global: { plugins: [router] } })
  await flushPromises()
  return { page, server }
}

test('raises the version and publishes only what was checked without fault', async () => {
  const { page, server } = await opened({ publishable: true, faults: [] })
  expect(page.find('textarea').element.value).toContain('version: 4')
  const publish = page.find('button[type="submit"]')
  expect(publish.attributes('disabled')).toBeDefined()
  await page.find('.row button').trigger('click')
  await flushPromises()
  expect(publish.attributes('disabled')).toBeUndefined()
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(
    server.requests.some((request) => request.path === `${PATH}/versions` && request.method === 'POST'),
  ).toBe(true)
})

test('names each fault with its line', async () => {
  const { page } = await opened({ publishable: false, faults: [FAULT] })
  await page.find('.row button').trigger('click')
  await flushPromises()
  expect(page.find('.faults').text()).toContain('第 14 行')
  expect(page.find('.faults').text()).toContain('没有这个部门')
  await page.find('textarea').setValue('version: 5')
  expect(page.find('.faults').exists()).toBe(false)
})

test('names the faults anew in the other language', async () => {
  const inEnglish = { ...FAULT, message: 'There is no such department: X' }
  const { page } = await opened((_body: unknown, request: Request) => ({
    publishable: false,
    faults: [request.headers.get('Accept-Language') === 'en' ? inEnglish : FAULT],
  }))
  await page.find('.row button').trigger('click')
  await flushPromises()
  setLanguage('en')
  await flushPromises()
  expect(page.find('.faults').text()).toContain('no such department')
  expect(page.find('.faults').text()).not.toContain('没有')
})
