import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, Refused } from '@/shared/testing'
import screen from '../index'
import type { Call, Screen } from '../api'
import CallScreenPage from './CallScreenPage.vue'

addMessages(screen.name, screen.messages)

const spoken: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  spoken.length = 0
  vi.stubGlobal('SpeechSynthesisUtterance', function (this: { text: string }, text: string) {
    this.text = text
  })
  vi.stubGlobal('speechSynthesis', {
    speak: (words: { text: string }) => spoken.push(words.text),
    cancel: () => undefined,
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function call(ticket: string, window: number): Call {
  const voice = { zh: `请${ticket}号到${window}号窗口`, en: '' }
  return { key: `${ticket}-${window}-1`, ticket, window, arrived: false, voice }
}

function seen(...calls: Call[]): Screen {
  const names = { zh: '少先路街道社区中心站', en: 'Shaoxianlu Central Station' }
  return {
    station: 'ST-1',
    names,
    at: '2026-03-02T01:00:00Z',
    calls,
    next: ['A013'],
    waiting: 1,
    openWindows: 2,
  }
}

async function shown() {
  const page = mount(CallScreenPage, { props: { station: 'ST-1' } })
  await flushPromises()
  return page
}

test('says a new call aloud once, and none that was there before', async () => {
  let answer = seen(call('A011', 1))
  fakeServer({ 'GET /api/public/hall/ST-1/screen': () => answer })
  const page = await shown()
  await page.find('footer button').trigger('click')
  spoken.length = 0
  answer = seen(call('A012', 3), call('A011', 1))
  await vi.advanceTimersByTimeAsync(6000)
  expect(new Set(spoken)).toEqual(new Set(['请A012号到3号窗口']))
  expect(page.find('.call-now li').text()).toContain('A012')
})

test('keeps the last calls and reconnects by itself', async () => {
  let reply: unknown = seen(call('A011', 1))
  fakeServer({ 'GET /api/public/hall/ST-1/screen': () => reply })
  const page = await shown()
  reply = new Refused(500, 'internal', '')
  await vi.advanceTimersByTimeAsync(3000)
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('正在重新连接')
  expect(page.text()).toContain('A011')
  reply = seen(call('A014', 2))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(page.find('[role="alert"]').exists()).toBe(false)
  expect(page.text()).toContain('A014')
})
