import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer } from '@/shared/testing'
import calendar from '../index'
import RecountList from './RecountList.vue'

addMessages(calendar.name, calendar.messages)
afterEach(() => vi.useRealTimers())

const RECOUNT = {
  id: 'recount-1',
  firstDay: '2026-03-04',
  why: '全区停电检修',
  by: '王芳',
  askedAt: '2026-03-02T01:00:00Z',
  beginsAt: '2026-03-02T01:00:15Z',
  looked: 300,
  changed: 120,
  left: 700,
  failed: 0,
}

test('follows a recount until it is finished', async () => {
  vi.useFakeTimers()
  let now: object = RECOUNT
  const server = fakeServer({ 'GET /api/casework/calendar/recounts': () => [now] })
  const list = mount(RecountList)
  await flushPromises()
  expect(list.text()).toContain('已重新计时 300 件，其中 120 件期限有变')
  expect(list.text()).toContain('还剩 700 件')
  expect(list.find('progress').attributes('value')).toBe('300')
  now = { ...RECOUNT, looked: 1000, left: 0, finishedAt: '2026-03-02T01:01:00Z' }
  await vi.advanceTimersByTimeAsync(3000)
  await flushPromises()
  expect(list.find('progress').exists()).toBe(false)
  expect(list.text()).not.toContain('还剩')
  await vi.advanceTimersByTimeAsync(9000)
  expect(server.requests).toHaveLength(2)
  list.unmount()
})
