import { webCipher, type Cipher, type Key } from './cipher'
import { pageClock, ServerTime, type Clock } from './clock'
import type { State } from './contents'
import { marks } from './digest'
import { httpTransport } from './httpTransport'
import { uuid7, type Chance } from './ids'
import { indexedStores } from './indexedStore'
import { KeptPhotos } from './photos'
import { browserPlatform, type Platform, type Wire } from './platform'
import { StoreFailure, type DoorRow, type Store, type Stores } from './store'
import { Talk } from './talk'
import { TransportFailure, type DeviceAnswer, type Transport } from './transport'
import type { Door, Enrolment, KnownUser, Outcome, Phone, PhoneOptions, Refusal, Stop, Work } from './types'
import { Vault } from './vault'
import { OpenWork } from './work'

const IDLE_MS = 900_000
const HOUR_MS = 3_600_000
const DEFAULT_LEASE_HOURS = 72
/** The last contact, and the latest time seen, are written down once a minute. */
const NOTE_EVERY_MS = 60_000

/** Everything the engine works with; a test passes its own. */
export interface PhoneParts {
  stores: Stores
  cipher: Cipher
  transport: Transport
  platform: Platform
  clock: Clock
  chance: Chance
}

interface Open {
  row: DoorRow
  vault: Vault
  talk: Talk
  work: OpenWork
}

const no = (refusal: Refusal) => ({ done: false, refusal }) as const

function refusalOf(failure: unknown): Refusal {
  if (failure instanceof StoreFailure) {
    return failure.trouble === 'full' ? { kind: 'blocked', why: 'storage-low' } : { kind: 'storage-refused' }
  }
  if (!(failure instanceof TransportFailure)) throw failure
  if (failure.trouble !== 'refused' && failure.trouble !== 'signed-out') return { kind: 'needs-network' }
  return { kind: 'server-refused', reason: failure.reason, text: failure.title }
}

const leaseEndsAt = (row: DoorRow) => row.lastContact + row.leaseHours * HOUR_MS

const userOf = (row: DoorRow): KnownUser => ({
  account: row.account,
  login: row.login,
  name: row.name,
  lastContact: row.lastContact,
  leaseEndsAt: leaseEndsAt(row),
})

const random: Chance = {
  next: () => Math.random(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}

/** The phone of this browser. Parts not given are the browser's own. */
export function openPhone(options: PhoneOptions, parts: Partial<PhoneParts> = {}): Phone {
  return new BrowserPhone(options, {
    stores: parts.stores ?? indexedStores(),
    cipher: parts.cipher ?? webCipher(),
    transport: parts.transport ?? httpTransport(),
    platform: parts.platform ?? browserPlatform(),
    clock: parts.clock ?? pageClock,
    chance: parts.chance ?? random,
  })
}

class BrowserPhone implements Phone {
  readonly #options: PhoneOptions
  readonly #parts: PhoneParts
  readonly #listeners = new Set<() => void>()
  readonly #wire: Wire
  readonly #stopListening: Stop
  #door: Door = { state: 'starting' }
  #rows: DoorRow[] = []
  #open: Open | undefined
  #touchedAt = 0
  #cancelIdle: Stop = () => {}

  constructor(options: PhoneOptions, parts: PhoneParts) {
    this.#options = options
    this.#parts = parts
    this.#wire = parts.platform.wire('doors')
    this.#stopListening = this.#wire.listen((account) => {
      if (this.#open?.row.account === account) this.#shut('wiped')
    })
  }

  get door(): Door {
    return this.#door
  }

  get work(): Work | undefined {
    return this.#open?.work
  }

  watch(listener: () => void): Stop {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async start(): Promise<Door> {
    const { stores } = this.#parts
    if (!(await stores.probe())) {
      this.#show({ state: 'refused', refusal: { kind: 'storage-refused' } })
      return this.#door
    }
    await this.#readRows()
    for (const row of this.#rows) if (!row.wrap) await this.#finishErasing(row)
    this.#showClosed()
    void this.#askWhetherTakenOff()
    return this.#door
  }

  async enroll(person: Enrolment): Promise<Outcome<Work>> {
    try {
      await this.#readRows()
      this.#shut('user')
      const known = this.#rows.find((row) => row.account === person.account)
      if (known && !known.wrap) await this.#finishErasing(known)
      return await (known?.wrap ? this.#comeBack(known, person) : this.#beginHere(person))
    } catch (failure) {
      this.#showClosed()
      return no(refusalOf(failure))
    }
  }

  /** The first time on this phone: the key is written down before the server hears of the phone. */
  async #beginHere(person: Enrolment): Promise<Outcome<Work>> {
    const { transport, cipher, clock, chance, stores } = this.#parts
    const { account, login, name, password } = person
    const { publicKey } = await transport.recoveryKey()
    const { key, wrap, recovery } = await cipher.create(password, publicKey)
    const row: DoorRow = {
      account,
      login,
      name,
      wrap,
      device: uuid7(clock.now(), chance),
      token: undefined,
      lastContact: clock.now(),
      latestSeen: clock.now(),
      leaseHours: DEFAULT_LEASE_HOURS,
      clockOffset: 0,
      recovery,
    }
    await stores.destroy(account)
    await stores.saveDoor(row)
    return this.#register(row, key)
  }

  async #comeBack(known: DoorRow, person: Enrolment): Promise<Outcome<Work>> {
    const { cipher, clock, stores, transport } = this.#parts
    const row = { ...known, login: person.login, name: person.name, lastContact: clock.now() }
    let key = known.wrap && (await cipher.unwrap(known.wrap, person.password))
    if (!key) {
      // The server has just taken this password, so it is the one on the phone that is old.
      if (row.token === undefined) return this.#beginHere(person)
      const restored = await cipher.restore(
        (await transport.recover(row.device, row.token)).key,
        person.password,
      )
      if (!(await this.#fits(row, restored.key)))
        return no({ kind: 'server-refused', reason: 'sync.no-recovery-key', text: '' })
      key = restored.key
      row.wrap = restored.wrap
    }
    await stores.saveDoor(row)
    return row.token === undefined ? this.#register(row, key) : this.#enter(row, key)
  }

  async #fits(row: DoorRow, key: Key): Promise<boolean> {
    const store = await this.#parts.stores.open(row.account)
    const fits = await Vault.fits(store, this.#parts.cipher, key)
    store.close()
    return fits
  }

  async #register(row: DoorRow, key: Key): Promise<Outcome<Work>> {
    const { transport, stores, platform, clock } = this.#parts
    const answer = await transport.register({
      id: row.device,
      name: this.#options.deviceName.slice(0, 100),
      platform: platform.name,
      appSchema: this.#options.appSchema,
      recoveryKey: row.recovery ?? '',
    })
    const registered = {
      ...row,
      device: answer.device,
      token: answer.token,
      leaseHours: answer.leaseHours,
      lastContact: clock.now(),
    }
    await stores.saveDoor(registered)
    return this.#enter(registered, key, { epoch: answer.epoch, nextSeq: (answer.lastDeviceSeq ?? 0) + 1 })
  }

  async unlock(user: string, password: string): Promise<Outcome<Work>> {
    try {
      await this.#readRows()
      const row = this.#rows.find((one) => one.account === user || one.login === user)
      if (!row) return no({ kind: 'unknown-user' })
      if (!row.wrap) return no({ kind: 'wiped' })
      const now = Math.max(this.#parts.clock.now(), row.latestSeen)
      if (now > leaseEndsAt(row))
        return no({ kind: 'lease-expired', lastContact: row.lastContact, hours: row.leaseHours })
      const key = await this.#parts.cipher.unwrap(row.wrap, password)
      if (!key) return no({ kind: 'wrong-password' })
      if (row.token === undefined) return no({ kind: 'needs-network' })
      this.#shut('user')
      return await this.#enter({ ...row, latestSeen: now }, key)
    } catch (failure) {
      return no(refusalOf(failure))
    }
  }

  async #enter(row: DoorRow, key: Key, fresh: Partial<State> = {}): Promise<Outcome<Work>> {
    const { stores, cipher, platform, clock, chance, transport } = this.#parts
    const { account } = row
    const store: Store = await stores.open(account)
    const wire = platform.wire(account)
    const first = { ...freshState(row, this.#options.appSchema), ...fresh }
    const vault = await Vault.open({ store, cipher, key, locks: platform.locks, wire, account }, first)
    // What the vault knows of the registration is newer when the phone was registered anew and then killed.
    const { device, token = row.token } = vault.contents.state
    await vault.transact((change) => {
      change.state = { ...change.now(), token }
    })
    const time = new ServerTime(clock, row.clockOffset)
    const poke = () => this.#open?.talk.soon()
    const photos = new KeptPhotos({ vault, cipher, platform, clock, chance, poke })
    const talk = new Talk({
      account,
      vault,
      photos,
      transport,
      platform,
      clock,
      chance,
      time,
      mark: marks(cipher.sha256),
      ...this.#options,
      recovery: () => this.#open?.row.recovery ?? row.recovery ?? '',
      heard: () => this.#note(time),
      wipe: () => this.#erase(account),
      registered: () => this.#noteRegistration(),
    })
    const user = () => userOf(this.#open?.row ?? row)
    const work = new OpenWork({
      user,
      vault,
      talk,
      photos,
      platform,
      clock,
      chance,
      time,
      effects: this.#options.effects ?? {},
      units: this.#options.units ?? {},
    })
    this.#open = { row, vault, talk, work }
    await this.#save({ device, token })
    await work.look({ persist: true })
    talk.start()
    this.touch()
    this.#show({ state: 'open', user: user() })
    return { done: true, value: work }
  }

  lock(): void {
    this.#shut('user')
  }

  touch(): void {
    this.#touchedAt = this.#parts.clock.steady()
    if (!this.#open) return
    if (this.#parts.clock.now() - this.#open.row.latestSeen > NOTE_EVERY_MS) void this.#save({})
    this.#cancelIdle()
    this.#cancelIdle = this.#parts.clock.after(IDLE_MS, () => this.#whenIdle())
  }

  #whenIdle(): void {
    const left = this.#touchedAt + IDLE_MS - this.#parts.clock.steady()
    if (left <= 0) this.#shut('idle')
    else this.#cancelIdle = this.#parts.clock.after(left, () => this.#whenIdle())
  }

  async remove(account: string, { evenUnsent = false } = {}): Promise<Outcome<void>> {
    try {
      await this.#readRows()
      const row = this.#rows.find((one) => one.account === account)
      if (!row) return no({ kind: 'unknown-user' })
      const open = this.#open?.row.account === account ? this.#open : undefined
      if (!evenUnsent) {
        if (!open) return no({ kind: 'locked' })
        const { changes, photos } = open.work.status().unsent
        if (changes + photos > 0) return no({ kind: 'unsent-work', count: changes + photos })
      }
      if (open) this.#shut('user')
      await this.#parts.stores.saveDoor({ ...row, wrap: undefined })
      await this.#parts.stores.destroy(account)
      await this.#parts.stores.removeDoor(account)
      await this.#readRows()
      this.#showClosed()
      return { done: true, value: undefined }
    } catch (failure) {
      return no(refusalOf(failure))
    }
  }

  close(): void {
    this.#shut('user')
    this.#stopListening()
    this.#listeners.clear()
  }

  #shut(after: 'idle' | 'user' | 'wiped'): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    this.#cancelIdle()
    open.talk.end()
    open.vault.lock()
    this.#showClosed(after)
  }

  /** Asks, with the phone's own secret, whether it was taken off: also a phone that nobody can unlock must hear of it. */
  async #askWhetherTakenOff(): Promise<void> {
    for (const { account, device, token, wrap } of [...this.#rows]) {
      if (token === undefined || !wrap) continue
      try {
        const { wipe } = await this.#parts.transport.deviceState(device, token)
        if (wipe) await this.#erase(account)
      } catch {
        // Not reached, or not known there: nobody said that anything is to be erased.
      }
    }
  }

  /**
   * Erases a person's work by the office's order. The wrapped key goes first and by itself: from then on nothing can be
   * read, whatever interrupts the rest, and the next start takes the rest up.
   */
  async #erase(account: string): Promise<void> {
    const { stores } = this.#parts
    const row = this.#rows.find((one) => one.account === account)
    if (!row) return
    const erasing: DoorRow = { ...row, wrap: undefined, recovery: undefined, login: '', name: '' }
    await stores.saveDoor(erasing)
    if (this.#open?.row.account === account) this.#shut('wiped')
    this.#wire.tell(account)
    await this.#finishErasing(erasing)
    this.#showClosed('wiped')
  }

  async #finishErasing(row: DoorRow): Promise<void> {
    const { stores, platform, transport } = this.#parts
    await stores.destroy(row.account)
    // Others who work on this phone keep their work; the page's own files go with the last person.
    const doors = await stores.doors()
    if (doors.every((one) => one.account === row.account || !one.wrap)) await platform.erasePage()
    try {
      if (row.token !== undefined) await transport.reportWiped(row.device, row.token)
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure
      // Told at the next start, unless the server knows nothing of this phone.
      if (failure.trouble !== 'refused') return
    }
    await stores.removeDoor(row.account)
    await this.#readRows()
  }

  async #note(time: ServerTime): Promise<void> {
    const { clock } = this.#parts
    const row = this.#open?.row
    if (!row) return
    const due = Math.abs(clock.now() - row.lastContact) >= NOTE_EVERY_MS
    if (due || Math.abs(row.clockOffset - time.offset) > 1000)
      await this.#save({ lastContact: clock.now(), clockOffset: time.offset })
  }

  async #noteRegistration(): Promise<void> {
    const state = this.#open?.vault.contents.state
    if (state) await this.#save({ device: state.device, token: state.token })
  }

  async #save(facts: Partial<DoorRow>): Promise<void> {
    const open = this.#open
    if (!open) return
    const latestSeen = Math.max(open.row.latestSeen, this.#parts.clock.now())
    open.row = { ...open.row, ...facts, latestSeen }
    this.#rows = this.#rows.map((row) => (row.account === open.row.account ? open.row : row))
    if (!this.#rows.includes(open.row)) this.#rows.push(open.row)
    await this.#parts.stores.saveDoor(open.row)
  }

  async #readRows(): Promise<void> {
    this.#rows = await this.#parts.stores.doors()
  }

  #showClosed(after?: 'idle' | 'user' | 'wiped'): void {
    if (this.#open) return
    const users = this.#rows.filter((row) => row.wrap).map(userOf)
    if (users.length > 0 || after === 'wiped') this.#show({ state: 'locked', users, ...(after && { after }) })
    else this.#show({ state: 'empty' })
  }

  #show(door: Door): void {
    this.#door = door
    for (const listener of [...this.#listeners]) listener()
  }
}

function freshState(row: DoorRow, appSchema: number): State {
  return {
    device: row.device,
    token: row.token,
    epoch: '',
    appSchema,
    scopes: {},
    nextSeq: 1,
    wifiOnly: false,
  }
}

export type { DeviceAnswer }
