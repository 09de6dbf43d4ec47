import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import type { Bytes, Cipher, Key, Sealed } from '../cipher'
import type { Clock } from '../clock'
import type { Chance } from '../ids'
import { indexedStores } from '../indexedStore'
import { openPhone } from '../phone'
import { queueLocks, type Platform, type Wire } from '../platform'
import type { Contents } from '../contents'
import type { Store, Stores } from '../store'
import { TransportFailure, type Transport } from '../transport'
import type { Phone, PhoneOptions, Work } from '../types'
import { Vault } from '../vault'
import type { Office } from './office'

/** Time that passes only when the test says so. */
export class TestClock implements Clock {
  #now = Date.parse('2026-06-01T08:00:00Z')
  #steady = 0
  #timers: { at: number; run: () => void }[] = []

  now(): number {
    return this.#now
  }

  steady(): number {
    return this.#steady
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#steady + milliseconds, run }
    this.#timers.push(timer)
    return () => (this.#timers = this.#timers.filter((one) => one !== timer))
  }

  /** Time passes, and what was due is run. */
  pass(milliseconds: number): void {
    const end = this.#steady + milliseconds
    for (;;) {
      const due = this.#timers.filter((one) => one.at <= end).sort((one, other) => one.at - other.at)[0]
      const until = due?.at ?? end
      this.#now += until - this.#steady
      this.#steady = until
      if (!due) return
      this.#timers = this.#timers.filter((one) => one !== due)
      due.run()
    }
  }

  /** Somebody sets the phone's clock. */
  set(now: number): void {
    this.#now = now
  }

  get pending(): number[] {
    return this.#timers.map((one) => one.at - this.#steady)
  }
}

/** Chance from a seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) }
}

const encoder = new TextEncoder()

/** A cipher that hides and checks without WebCrypto's threads, so that a run with the same seed is the same run. */
export function testCipher(): Cipher {
  let count = 0
  const masked = (bytes: Bytes, with_: string): Bytes => {
    const mask = createHash('sha256').update(with_).digest()
    return bytes.map((byte, at) => byte ^ (mask[at % 32] ?? 0))
  }
  const sum = (bytes: Bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()).slice(0, 4)
  const keyOf = (raw: string) => ({ kind: 'key', raw }) as Key
  const rawOf = (key: Key) => (key as Key & { raw: string }).raw
  const seal = (raw: string, plain: Bytes, name: string): Sealed => {
    const iv = encoder.encode(String(++count))
    return { iv, ct: masked(new Uint8Array([...sum(plain), ...plain]), `${raw}|${name}`) }
  }
  const open = (raw: string, { ct }: Sealed, name: string): Bytes | undefined => {
    const whole = masked(ct, `${raw}|${name}`)
    const plain = whole.slice(4)
    return sum(plain).every((byte, at) => byte === whole[at]) ? plain : undefined
  }
  const wrapUp = (raw: string, password: string) => {
    const wrapped = seal(password, encoder.encode(raw), 'wrap').ct
    return { salt: new Uint8Array(1), rounds: 1, wrapped }
  }
  return {
    async create(password, districtKey) {
      const raw = `raw-${++count}`
      return { key: keyOf(raw), wrap: wrapUp(raw, password), recovery: districtKey && `for-district:${raw}` }
    },
    async unwrap({ wrapped }, password) {
      const raw = open(password, { iv: wrapped, ct: wrapped }, 'wrap')
      return raw && keyOf(new TextDecoder().decode(raw))
    },
    restore: async (raw, password) => ({ key: keyOf(raw), wrap: wrapUp(raw, password) }),
    seal: async (key, plain, name) => seal(rawOf(key), plain, name),
    open: async (key, sealed, name) => open(rawOf(key), sealed, name),
    fileKey: () => encoder.encode(`file-${++count}`),
    sealFile: async (key, plain, name) => seal(String(key), plain, name),
    openFile: async (key, sealed, name) => open(String(key), sealed, name),
    sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  }
}

/** What happens to a call on the line. */
export type Fate = 'whole' | 'never-sent' | 'answer-lost' | 'sent-twice'

/** A point between two steps of the engine: where it may be killed, and where a scheduler may let others go first. */
export type Pause = (label: string) => Promise<void>

/** One phone of the laboratory; its storage survives its pages. */
export class LabPhone {
  readonly account: string
  readonly clock: TestClock
  readonly #office: Office
  readonly #factory = new IDBFactory()
  cipher = testCipher()
  readonly #chance: Chance
  readonly #options: PhoneOptions
  readonly #wires = new Map<string, Set<(message: unknown) => void>>()
  fate: (call: string) => Fate = () => 'whole'
  pause: Pause = async () => {}
  /** So many steps from now the page is killed. */
  killIn: number | undefined
  /** Steps of the current page so far. */
  steps = 0
  /** Resolves when the current page is killed. */
  killed: Promise<void> = new Promise(() => {})
  #tellKilled: () => void = () => {}
  #page = { dead: false }
  free: number | undefined = 500 * 1024 * 1024
  pageErased = 0
  /** The storage of the phone, for looks from outside. */
  readonly raw: Stores
  onCommit: (store: Store) => Promise<void> = async () => {}
  failCommit: (() => Error | undefined) | undefined
  phone!: Phone

  constructor(facts: {
    account: string
    office: Office
    clock: TestClock
    seed?: number
    options?: Partial<PhoneOptions>
    copyOf?: LabPhone
  }) {
    this.account = facts.account
    this.#office = facts.office
    this.clock = facts.clock
    this.#chance = seeded(facts.seed ?? 1)
    this.#options = {
      appSchema: 1,
      deviceName: 'lab',
      units: { person: [['name', 'sex']] },
      ...facts.options,
    }
    this.raw = indexedStores(this.#factory)
  }

  get work(): Work {
    if (!this.phone.work) throw new Error(`locked: ${JSON.stringify(this.phone.door)}`)
    return this.phone.work
  }

  get dead(): boolean {
    return this.#page.dead
  }

  /** The page is gone between two steps: nothing of it goes on. */
  kill(): void {
    this.#page.dead = true
    this.killIn = undefined
    this.#wires.clear()
    this.#tellKilled()
  }

  #stepOf(page: { dead: boolean }): Pause {
    const never = new Promise<void>(() => {})
    return async (label) => {
      if (page.dead) return never
      this.steps++
      if (this.killIn !== undefined && --this.killIn <= 0) this.kill()
      if (!page.dead) await this.pause(label)
      return page.dead ? never : undefined
    }
  }

  /** What lies on the phone, read with the password by a page that does nothing else. */
  async contents(password = 'secret'): Promise<Contents> {
    const door = (await this.raw.doors()).find((one) => one.account === this.account)
    const key = door?.wrap && (await this.cipher.unwrap(door.wrap, password))
    if (!key) throw new Error('not to be opened')
    const wire = { tell: () => {}, listen: () => () => {} }
    const store = await this.raw.open(this.account)
    const parts = { store, cipher: this.cipher, key, locks: queueLocks(), wire, account: this.account }
    const vault = await Vault.open(parts, { scopes: {} } as never)
    const { contents } = vault
    store.close()
    return contents
  }

  /** A page of the app is opened; whatever an earlier one was doing is left as it is. */
  openPage(options: Partial<PhoneOptions> = {}): Phone {
    this.#page = { dead: false }
    this.killed = new Promise((resolve) => (this.#tellKilled = resolve))
    this.steps = 0
    const step = this.#stepOf(this.#page)
    const stores = this.#stores(step)
    this.phone = openPhone(
      { ...this.#options, ...options },
      {
        stores,
        cipher: this.cipher,
        transport: this.#transport(step),
        platform: this.#platform(),
        clock: this.clock,
        chance: this.#chance,
      },
    )
    return this.phone
  }

  async enroll(password = 'secret'): Promise<Work> {
    const phone = this.openPage()
    await phone.start()
    const outcome = await phone.enroll({
      account: this.account,
      login: this.account,
      name: this.account,
      password,
    })
    if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  async unlock(password = 'secret'): Promise<Work> {
    const phone = this.openPage()
    await phone.start()
    const outcome = await phone.unlock(this.account, password)
    if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  /** Everything a thief finds on the phone, as text. */
  async bytes(): Promise<string> {
    const store = await this.raw.open(this.account)
    const { records, items } = await store.load()
    store.close()
    return JSON.stringify([records, items], (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
  }

  /** A clone of the phone: the same storage, a life of its own from here on. */
  async cloneTo(other: LabPhone): Promise<void> {
    for (const door of await this.raw.doors()) await other.raw.saveDoor(door)
    const from = await this.raw.open(this.account)
    const to = await other.raw.open(this.account)
    const { records, items } = await from.load()
    await to.commit(0, { records, items, recordsGone: [], itemsGone: [] })
    other.cipher = this.cipher
    from.close()
    to.close()
  }

  #stores(step: Pause): Stores {
    const inner = indexedStores(this.#factory)
    const { raw } = this
    const paused = async <T>(label: string, run: () => Promise<T>): Promise<T> => {
      await step(`${label} <`)
      const value = await run()
      await step(`${label} >`)
      return value
    }
    const wrap = (store: Store): Store => ({
      load: () => store.load(),
      records: (keys) => store.records(keys),
      items: (keys) => store.items(keys),
      commit: (revision, write) =>
        paused('commit', async () => {
          const failure = this.failCommit?.()
          if (failure) throw failure
          const after = await store.commit(revision, write)
          await this.onCommit(await raw.open(this.account))
          return after
        }),
      close: () => store.close(),
    })
    return {
      probe: () => inner.probe(),
      doors: () => inner.doors(),
      saveDoor: (door) => paused('saveDoor', () => inner.saveDoor(door)),
      removeDoor: (account) => paused('removeDoor', () => inner.removeDoor(account)),
      open: async (account) => wrap(await inner.open(account)),
      destroy: (account) => paused('destroy', () => inner.destroy(account)),
    }
  }

  #transport(step: Pause): Transport {
    const { account } = this
    const office = this.#office
    const call = async <T>(label: string, run: () => T): Promise<T> => {
      await step(`${label} <`)
      const fate = this.fate(label)
      if (fate === 'never-sent') throw new TransportFailure('offline')
      const copy = <V>(value: V): V => (value === undefined ? value : structuredClone(value))
      let answer = copy(run())
      if (fate === 'sent-twice') answer = copy(run())
      await step(`${label} >`)
      if (fate === 'answer-lost') throw new TransportFailure('offline')
      return answer
    }
    const time = () => new Date(office.now()).toISOString()
    return {
      recoveryKey: () => call('recoveryKey', () => ({ publicKey: 'district' })),
      register: (form) => call('register', () => office.register(account, form)),
      recover: (device, token) =>
        call('recover', () => ({
          key: office.byToken(device, token).recoveryKey.replace('for-district:', ''),
        })),
      deviceState: (device, token) =>
        call('deviceState', () => ({ wipe: office.byToken(device, token).wipe, serverTime: time() })),
      reportWiped: (device, token) =>
        call('reportWiped', () => {
          office.byToken(device, token).wiped = true
        }),
      pull: (request) => call('pull', () => office.pull(account, request)),
      push: (request) => call('push', () => office.push(account, request)),
      photos: (ids) => call('photos', () => office.photoStates(account, ids)),
      uploadOffset: (photo) => call('uploadOffset', () => office.uploadOffset(photo)),
      startUpload: (photo, bytes) => call('startUpload', () => office.startUpload(photo, bytes)),
      continueUpload: (photo, offset, part) =>
        call('continueUpload', () => office.continueUpload(account, photo, offset, part)),
      hints: () => () => {},
    }
  }

  #platform(): Platform {
    return {
      name: 'laboratory',
      locks: queueLocks(),
      wire: (name) => this.#wire(name),
      freeBytes: async () => this.free,
      persist: async () => true,
      erasePage: async () => void this.pageErased++,
      metered: () => undefined,
      onWake: () => () => {},
      shrink: async (picture) => {
        const bytes = new Uint8Array(await picture.arrayBuffer())
        return bytes.length === 0 ? undefined : { bytes, width: 1600, height: 1200 }
      },
    }
  }

  #wire(name: string): Wire {
    const hearers = this.#wires.get(name) ?? new Set()
    this.#wires.set(name, hearers)
    let mine: ((message: unknown) => void) | undefined
    return {
      tell(message) {
        for (const hear of hearers) if (hear !== mine) hear(message)
      },
      listen(hear) {
        mine = hear
        hearers.add(hear)
        return () => hearers.delete(hear)
      },
    }
  }
}
