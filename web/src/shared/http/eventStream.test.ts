import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { eventReader, openStream } from './eventStream'

test('reads events that arrive in pieces, and skips signs of life', () => {
  const read = eventReader()
  expect(read(':open\n\nid:1-0\nevent:inbox\ndata:{"unr')).toEqual([])
  expect(read('ead":1}\n\nid:2-0\nevent:inbox\ndata: {"unread":2}\n\n')).toEqual([
    { id: '1-0', name: 'inbox', data: { unread: 1 } },
    { id: '2-0', name: 'inbox', data: { unread: 2 } },
  ])
})

test('comes back with the id of the last event, and stays away when refused', async () => {
  vi.useFakeTimers()
  const asked: (string | null)[] = []
  const body = () => new Blob(['id:7\nevent:inbox\ndata:1\n\n']).stream()
  vi.spyOn(window, 'fetch').mockImplementation((_path, init) => {
    asked.push(new Headers(init?.headers).get('Last-Event-ID'))
    const answer = asked.length === 1 ? { ok: true, status: 200, body: body() } : { ok: false, status: 401 }
    return Promise.resolve(answer as unknown as Response)
  })
  const seen: string[] = []
  const end = openStream('/api/notify/stream', (event) => seen.push(event.id))
  await vi.waitFor(() => expect(seen).toEqual(['7']))
  await vi.advanceTimersByTimeAsync(1_000)
  await vi.waitFor(() => expect(asked).toEqual(['', '7']))
  await vi.advanceTimersByTimeAsync(60_000)
  await flushPromises()
  expect(asked).toHaveLength(2)
  end()
  vi.useRealTimers()
})
