import { flushPromises } from '@vue/test-utils'
import { effectScope } from 'vue'
import { expect, test, vi } from 'vitest'
import { fakeServer } from '@/shared/testing'
import { ADAPTERS, fromVendor, isLocal, type LaidCard } from './adapters'
import { keepChoice, keptChoice } from './readerChoice'
import { useCardReader } from './useCardReader'

const never = () => new Promise(() => undefined)

test('hears a card once, and tells the service that it was taken', async () => {
  const readings = [
    { number: 4, state: 'waiting', textBlock: null, photo: null, photoType: null },
    { number: 5, state: 'card', textBlock: 'dGV4dA==', photo: 'cG5n', photoType: 'image/png' },
  ]
  const server = fakeServer({
    'GET /card': () => readings.shift() ?? never(),
    'POST /card/taken': undefined,
  })
  const heard: LaidCard[] = []
  const scope = effectScope()
  const reader = scope.run(() => useCardReader((card) => heard.push(card)))
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(heard[0]).toEqual({ textBlock: 'dGV4dA==', photo: 'data:image/png;base64,cG5n' })
  expect(reader?.state.value).toBe('card')
  await flushPromises()
  expect(server.requests.find(({ path }) => path === '/card/taken')?.body).toEqual({ number: 5 })
  expect(server.requests.every(({ headers }) => !headers.has('X-Linli-Posting'))).toBe(true)
  scope.stop()
})

test('says when nothing answers', async () => {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('refused'))
  const scope = effectScope()
  const reader = scope.run(() => useCardReader())
  await vi.waitFor(() => expect(reader?.state.value).toBe('disconnected'))
  scope.stop()
})

test('takes what a vendor sends, without the nation', () => {
  const card = fromVendor({
    IDCardInfo: { name: '赵秀英', sex: '女', nation: '汉', cardID: '11010519491231002X', picBase64: 'anBn' },
  })
  expect(card).toEqual({
    fields: { name: '赵秀英', sex: '女', number: '11010519491231002X' },
    photo: 'data:image/jpeg;base64,anBn',
  })
  expect(fromVendor({ IDCardInfo: {} })).toBeUndefined()
  expect(fromVendor(undefined)).toBeUndefined()
})

test('keeps the choice of this machine, but no address elsewhere', () => {
  const adapter = ADAPTERS[2]
  if (!adapter) throw new Error('there are three')
  keepChoice({ adapter, address: 'ws://localhost:9002' })
  expect(keptChoice()).toEqual({ adapter, address: 'ws://localhost:9002' })
  keepChoice({ adapter, address: 'ws://elsewhere.example' })
  expect(keptChoice().address).toBe('ws://localhost:1919')
  expect(isLocal('http://127.0.0.1.elsewhere.example')).toBe(false)
})
