import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages, setLanguage } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import notify from '../index'
import { useBell } from '../useBell'
import InboxPage from './InboxPage.vue'

addMessages(notify.name, notify.messages)

const overdue = {
  id: 'n-1',
  text: '案件 0001 已超期',
  link: '/cases/1',
  urgent: true,
  at: '2026-03-02T01:00:00Z',
  readAt: null,
}

test('shows what is unread and marks it read', async () => {
  withPosting()
  let read = false
  const server = fakeServer({
    'GET /api/notify/inbox': () => ({
      items: [{ ...overdue, readAt: read ? '2026-03-02T02:00:00Z' : null }],
      next: null,
    }),
    'POST /api/notify/inbox/n-1/read': () => void (read = true),
  })
  const page = await mountPage(InboxPage)
  expect(page.find('li.unread').text()).toContain('案件 0001 已超期')
  await page.find('li button').trigger('click')
  await flushPromises()
  expect(server.requests.some((request) => request.path.endsWith('/n-1/read'))).toBe(true)
  expect(page.find('li.unread').exists()).toBe(false)
})

test('says so when there is nothing', async () => {
  withPosting()
  fakeServer({ 'GET /api/notify/inbox': { items: [], next: null } })
  const page = await mountPage(InboxPage)
  expect(page.text()).toContain('还没有通知')
})

test('reads again when the bell changes', async () => {
  withPosting()
  const entries: (typeof overdue)[] = []
  fakeServer({ 'GET /api/notify/inbox': () => ({ items: entries, next: null }) })
  const page = await mountPage(InboxPage)
  entries.push(overdue)
  useBell().bell = { unread: 1, urgent: 1 }
  await flushPromises()
  expect(page.text()).toContain('案件 0001 已超期')
})

test('reads again in the other language', async () => {
  withPosting()
  fakeServer({
    'GET /api/notify/inbox': (_body: unknown, request: Request) => {
      const text = request.headers.get('Accept-Language') === 'en' ? 'Case 0001 is overdue' : overdue.text
      return { items: [{ ...overdue, text }], next: null }
    },
  })
  const page = await mountPage(InboxPage)
  setLanguage('en')
  await flushPromises()
  expect(page.text()).toContain('Case 0001 is overdue')
})
