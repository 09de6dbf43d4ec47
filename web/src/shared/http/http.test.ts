import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, type ShallowRef } from 'vue'
import { fakeServer, Refused } from '@/shared/testing'
import { setLanguage } from '@/shared/i18n'
import { answer, http, Problem, requestKey, standing, useAct, useLoaded, usePages } from '.'

const anywhere = http as unknown as {
  GET: (path: string) => Promise<{ data?: unknown; response: Response }>
  POST: (path: string, options?: object) => Promise<{ data?: unknown; response: Response }>
}

afterEach(() => {
  vi.restoreAllMocks()
  standing.posting = undefined
  standing.signInAgain = () => Promise.resolve(false)
})

test('carries the posting, the language and the CSRF token of the cookie', async () => {
  document.cookie = 'XSRF-TOKEN=token-1'
  standing.posting = 'posting-1'
  setLanguage('en')
  const server = fakeServer({ 'POST /api/thing': { done: true } })
  await answer(anywhere.POST('/api/thing', { body: {} }))
  const headers = server.requests[0]?.headers
  expect(headers?.get('X-XSRF-TOKEN')).toBe('token-1')
  expect(headers?.get('X-Linli-Posting')).toBe('posting-1')
  expect(headers?.get('Accept-Language')).toBe('en')
})

test('turns a refusal into a problem with its faults', async () => {
  const fault = { field: 'phone', message: '号码不对' }
  fakeServer({ 'POST /api/thing': new Refused(422, 'counter.bad-phone', '号码不对', [fault]) })
  const failure = await answer(anywhere.POST('/api/thing')).catch((problem: unknown) => problem)
  expect(failure).toBeInstanceOf(Problem)
  expect((failure as Problem).faultOf('phone')).toBe('号码不对')
})

test('reads again when the network fails, but sends an act once', async () => {
  const fetching = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('no network'))
  await expect(answer(anywhere.POST('/api/thing'))).rejects.toMatchObject({ offline: true })
  expect(fetching).toHaveBeenCalledTimes(1)
  await expect(answer(anywhere.GET('/api/thing'))).rejects.toMatchObject({ offline: true })
  expect(fetching).toHaveBeenCalledTimes(4)
})

test('tells the session when the server no longer knows it', async () => {
  const heard = vi.spyOn(standing, 'onSignedOut')
  fakeServer({ 'GET /api/thing': new Refused(401, 'access.not-signed-in', '请登录') })
  await answer(anywhere.GET('/api/thing')).catch(() => undefined)
  expect(heard).toHaveBeenCalledOnce()
})

test('waits at the end of a session for the person to come back, and sends the act once more', async () => {
  standing.signInAgain = async () => {
    document.cookie = 'XSRF-TOKEN=token-2'
    return true
  }
  let known = false
  const server = fakeServer({
    'POST /api/thing': () => {
      const reply = known ? { done: true } : new Refused(401, 'access.not-signed-in', '请登录')
      known = true
      return reply
    },
  })
  expect(await answer(anywhere.POST('/api/thing', { body: { note: '很长的说明' } }))).toEqual({ done: true })
  expect(server.requests.map((request) => request.body)).toEqual([
    { note: '很长的说明' },
    { note: '很长的说明' },
  ])
  expect(server.requests[1]?.headers.get('X-XSRF-TOKEN')).toBe('token-2')
})

test('does not wait when it is the sign-in itself that is refused', async () => {
  const asked = vi.fn(async () => true)
  standing.signInAgain = asked
  fakeServer({ 'POST /api/access/sign-in': new Refused(401, 'access.wrong', '不正确') })
  await expect(answer(anywhere.POST('/api/access/sign-in'))).rejects.toMatchObject({ status: 401 })
  expect(asked).not.toHaveBeenCalled()
})

test('does an act once however often it is clicked, and repeats under the same key after a broken network', async () => {
  const keys: string[] = []
  const act = useAct(async (key) => {
    keys.push(key)
    if (keys.length === 1) throw new Problem({ status: 0, reason: 'offline', title: '' })
  })
  await Promise.all([act.run(), act.run()])
  await act.run()
  await act.run()
  expect(keys).toHaveLength(3)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

test('makes request keys that are UUIDs', () => {
  expect(requestKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

const asWritten = (language: string | null | undefined) => (language === 'en' ? 'Not now' : '现在不行')

test('a refusal is gone when the language is switched, and a reading is asked for again', async () => {
  fakeServer({
    'POST /api/thing': (_body: unknown, request: Request) =>
      new Refused(409, 'counter.not-now', asWritten(request.headers.get('Accept-Language'))),
    'GET /api/thing': (_body: unknown, request: Request) =>
      new Refused(409, 'counter.not-now', asWritten(request.headers.get('Accept-Language'))),
  })
  const act = useAct(() => answer(anywhere.POST('/api/thing')))
  const scope = effectScope()
  const read: { problem: ShallowRef<Problem | undefined> }[] = []
  scope.run(() => {
    read.push(useLoaded(() => answer(anywhere.GET('/api/thing'))))
    read.push(usePages(() => answer(anywhere.GET('/api/thing')) as Promise<{ items: string[] }>))
  })
  const titles = () => [act, ...read].map((one) => one.problem.value?.title)
  await act.run()
  await flushPromises()
  expect(titles()).toEqual(['现在不行', '现在不行', '现在不行'])
  setLanguage('en')
  await flushPromises()
  expect(titles()).toEqual([undefined, 'Not now', 'Not now'])
  scope.stop()
})
