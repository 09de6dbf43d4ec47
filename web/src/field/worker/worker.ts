/**
 * Keeps the whole field app on the phone, so that it starts and runs without a network, and the outlines of cells as they
 * were last seen. People and events never pass here: the offline engine keeps those, encrypted.
 */

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}

interface Asked extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Scope {
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(type: 'fetch', heard: (event: Asked) => void): void
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}

const scope = self as unknown as Scope

/** Written here by the build: a name that changes with any file, and the files. */
const VERSION = '__LINLI_FIELD_VERSION__'
const FILES: readonly string[] = JSON.parse('__LINLI_FIELD_FILES__') as string[]

const APP = `linli-field-${VERSION}`
const AREAS = 'linli-field-areas'
const PAGE = '/field.html'
const OUTLINES = '/api/area/outlines'
/** A network that says it is there and answers nothing is common in a stairwell. */
const PATIENCE_MS = 2500

async function install(): Promise<void> {
  const cache = await caches.open(APP)
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))
}

async function clean(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('linli-field-') && name !== APP && name !== AREAS)
  await Promise.all(old.map((name) => caches.delete(name)))
  await scope.clients.claim()
}

async function kept(path: string): Promise<Response> {
  const cache = await caches.open(APP)
  return (await cache.match(path)) ?? fetch(path)
}

function late(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))
}

/** The newest outlines when the network gives them in time, else those of last time. */
async function areas(request: Request): Promise<Response> {
  const cache = await caches.open(AREAS)
  const before = await cache.match(request.url)
  const asking = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(request.url, answer.clone())
    return answer
  })
  if (!before) return asking
  const answer = await Promise.race([asking.catch(() => undefined), late()])
  return answer?.ok ? answer : before
}

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(clean()))
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') void scope.skipWaiting()
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (request.mode === 'navigate') event.respondWith(kept(PAGE))
  else if (FILES.includes(url.pathname)) event.respondWith(kept(url.pathname))
  else if (url.pathname === OUTLINES) event.respondWith(areas(request))
})
