import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { MERGE_UNITS, openPhone, type Phone, type Work } from '../src/shared/offline'
import { webCipher } from '../src/shared/offline/cipher'
import { pageClock } from '../src/shared/offline/clock'
import { httpTransport } from '../src/shared/offline/httpTransport'
import { indexedStores } from '../src/shared/offline/indexedStore'
import { queueLocks, type Platform } from '../src/shared/offline/platform'
import { seeded } from '../src/shared/offline/testing/laboratory'
import { PASSWORD } from './people'
import { unreliableLine, type Fate, type Line } from './unreliable'

/** Three phones over a line that cuts, delays and repeats, against the real server: the engine itself, without a screen. */
const seed = Number(process.env.LINLI_SEED ?? Date.now() % 2 ** 31)
const chance = seeded(seed)
const ROUNDS = 6
const MAY_USE = 'sync.phone.use'
/** The smallest JPEG there is: one grey pixel. */
const PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z'

interface SessionView {
  account: { id: string; login: string; name: string }
  posting?: string
  postings: { id: string }[]
  permissions: string[]
}

/** A picture of so many bytes: comments stand before the pixel. */
function picture(bytes: number): Blob {
  const pixel = Buffer.from(PIXEL, 'base64')
  const comments: Buffer[] = []
  for (let left = bytes - pixel.length; left > 4; left -= 60_000) {
    const length = Math.min(left, 60_000) - 2
    const head = Buffer.from([0xff, 0xfe, length >> 8, length & 0xff])
    comments.push(head, Buffer.from(seeded(left).bytes(length - 2)))
  }
  return new Blob([Uint8Array.from(Buffer.concat([pixel.subarray(0, 2), ...comments, pixel.subarray(2)]))])
}

class LinePhone {
  readonly #cookies = new Map<string, string>()
  #posting = ''
  readonly #stores = indexedStores(new IDBFactory())
  #phone: Phone | undefined
  readonly #login: string
  readonly #seed: number
  url: string
  readonly #calm: string

  constructor(login: string, calm: string, seed: number) {
    this.#login = login
    this.#calm = calm
    this.url = calm
    this.#seed = seed
  }

  get work(): Work {
    if (!this.#phone?.work) throw new Error('locked')
    return this.#phone.work
  }

  readonly send: NonNullable<Parameters<typeof httpTransport>[0]> = async (method, path, sent = {}) => {
    const token = this.#cookies.get('XSRF-TOKEN')
    const headers: Record<string, string> = {
      Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'Accept-Language': 'zh-CN',
      ...(token && { 'X-XSRF-TOKEN': decodeURIComponent(token) }),
      ...(this.#posting && { 'X-Linli-Posting': this.#posting }),
      ...(sent.json !== undefined && { 'Content-Type': 'application/json' }),
      ...sent.headers,
    }
    const body = sent.bytes ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json))
    const response = await fetch(this.url + path, {
      method,
      headers,
      body,
      signal: AbortSignal.timeout(30_000),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  async #session(path: string, json: object): Promise<SessionView> {
    const reply = await this.send('POST', path, { json })
    expect(reply.status, reply.text).toBe(200)
    return JSON.parse(reply.text) as SessionView
  }

  async signIn(): Promise<void> {
    await this.send('GET', '/api/access/session')
    const credentials = { name: this.#login, password: PASSWORD }
    let session = await this.#session('/api/access/sign-in', credentials)
    await this.send('GET', '/api/access/session')
    for (const posting of session.postings) {
      if (session.permissions.includes(MAY_USE)) break
      session = await this.#session('/api/access/session/posting', { posting: posting.id })
    }
    this.#posting = session.posting ?? ''
    this.#phone = openPhone(
      { appSchema: 1, deviceName: `line ${this.#login}`, units: MERGE_UNITS },
      {
        stores: this.#stores,
        cipher: webCipher({ rounds: 1000 }),
        transport: httpTransport(this.send, () => () => {}),
        platform: platform(),
        clock: { ...pageClock, after: () => () => {} },
        chance: seeded(this.#seed),
      },
    )
    await this.#phone.start()
    const { id: account, login, name } = session.account
    const outcome = await this.#phone.enroll({ account, login, name, password: PASSWORD })
    expect(outcome.done, JSON.stringify(outcome)).toBe(true)
  }

  calm(): void {
    this.url = this.#calm
  }
}

const platform = (): Platform => ({
  name: 'line',
  locks: queueLocks(),
  wire: () => ({ tell: () => {}, listen: () => () => {} }),
  freeBytes: async () => undefined,
  persist: async () => undefined,
  erasePage: async () => {},
  metered: () => undefined,
  onWake: () => () => {},
  shrink: async (blob) => ({ bytes: new Uint8Array(await blob.arrayBuffer()), width: 1600, height: 1200 }),
})

/** Two requests of three meet some bad luck. */
function luck(_method: string, _path: string, bytes: number): Fate {
  const at = (length: number) => Math.floor(chance.next() * length)
  const kind = at(9)
  if (kind === 0) return { cutRequestAt: at(bytes + 1) }
  if (kind === 1 || kind === 2) return { cutAnswerAt: at(400) }
  if (kind === 3) return { cutAnswerAt: at(40_000) }
  if (kind === 4) return { repeat: true }
  if (kind === 5) return { delay: at(300) }
  return {}
}

let line: Line
let phones: LinePhone[]
const made: { phone: LinePhone; mutation: string; entity: string }[] = []
const photos: { phone: LinePhone; id: string }[] = []

beforeAll(async () => {
  process.stdout.write(`three phones on a bad line: LINLI_SEED=${seed}\n`)
  const url = inject('url')
  line = await unreliableLine(url, luck)
  phones = ['grid', 'grid2', 'gridlead'].map((login, at) => new LinePhone(login, url, seed + at))
  for (const phone of phones) {
    await phone.signIn()
    await phone.work.syncNow()
  }
})
afterAll(() => line.close())

function writable(phone: LinePhone): string[] {
  const scopes = phone.work.status().scopes
  return scopes.filter((scope) => scope.kind === 'grid' && scope.mode === 'rw').map((scope) => scope.id)
}

async function workABit(phone: LinePhone, round: number): Promise<void> {
  const { work } = phone
  phone.url = line.url
  const people = work.list('person').filter((held) => held.mode === 'rw')
  const person = people[Math.floor(chance.next() * Math.min(12, people.length))]
  const number = String(13_900_000_000 + Math.floor(chance.next() * 1e8))
  const corrected = person && (await work.patch('person', person.id, { phone: number }))
  if (corrected?.done) made.push({ phone, ...corrected.value })
  const photo = await work.photos.capture(picture(20_000 + Math.floor(chance.next() * 300_000)))
  if (!photo.done) throw new Error(photo.refusal.kind)
  const [scope] = writable(phone)
  const category = work.list('category').find((held) => /^\d{4}$/.test(String(held.values.code ?? held.id)))
  const values = {
    category: category?.values.code ?? '0305',
    level: 'GENERAL',
    description: `线路测试第${round}轮`,
    placeText: '一单元门口',
    photos: [{ id: photo.value.id, stage: 'BEFORE' }],
  }
  const reported = await work.create('event', values, { scope, photos: [photo.value.id] })
  if (!reported.done) throw new Error(JSON.stringify(reported.refusal))
  made.push({ phone, ...reported.value })
  photos.push({ phone, id: photo.value.id })
  await work.syncNow()
}

test('whole cells are read', () => {
  for (const { work } of phones) expect(work.status()).toMatchObject({ failure: undefined, halt: undefined })
  // In the demo's small base only the first worker's cells have people.
  expect(phones[0]?.work.list('person').length).toBeGreaterThan(100)
})

test('whatever the line does, every change is answered once and every photo arrives whole', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(phones.map((phone) => workABit(phone, round)))
  }
  process.stdout.write(`bad luck met: ${JSON.stringify(line.struck)}\n`)
  expect(line.struck.cutAnswerAt).toBeGreaterThan(5)
  expect(line.struck.repeat).toBeGreaterThan(0)
  for (const phone of phones) {
    phone.calm()
    for (let round = 0; round < 4; round++) await phone.work.syncNow()
  }
  for (const { work } of phones) {
    expect(work.status()).toMatchObject({
      failure: undefined,
      halt: undefined,
      unsent: { changes: 0, photos: 0 },
    })
    expect(work.outbox()).toEqual([])
    const refused = work.kept().filter((entry) => entry.answer !== 'review')
    expect(refused.map((entry) => [entry.type, entry.answer, entry.code, entry.text])).toEqual([])
    expect(work.status().reloaded).toEqual([])
  }
  for (const { phone, id } of photos) expect(phone.work.photos.find(id)?.state).toBe('bound')
})

test('the events are there once, and phones that share a cell show the same', async () => {
  for (const phone of phones) await phone.work.syncNow()
  for (const { phone, entity } of made) {
    const type = phone.work.find('event', entity) ? 'event' : 'person'
    expect(phone.work.find(type, entity)?.server, `${type} ${entity}`).toBeDefined()
  }
  const seen = new Map<string, string>()
  for (const { work } of phones) {
    for (const type of ['person', 'household', 'dwelling']) {
      for (const held of work.list(type)) {
        const shown = JSON.stringify([held.v, held.server])
        expect(seen.get(held.id) ?? shown).toBe(shown)
        seen.set(held.id, shown)
      }
    }
  }
})
