import type { Cipher, Key, Sealed } from './cipher'
import {
  Change,
  type Contents,
  type Draft,
  type Entry,
  type HeldRecord,
  type PhotoNote,
  type State,
} from './contents'
import type { Locks, Wire } from './platform'
import { FILES, StoreFailure, type ItemRow, type RecordRow, type Store, type Write } from './store'
import type { Stop, Topic } from './types'

const STALE_TRIES = 8
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The key is gone from memory: nothing can be read or written until the next unlock. */
export class Locked extends Error {
  constructor() {
    super('locked')
    this.name = 'Locked'
  }
}

const KINDS = { entry: 'm/', photo: 'p/', draft: 'd/', state: 's/' } as const

const recordName = (row: { type: string; id: string; v: number }) => `${row.id}|${row.type}|${row.v}`
const itemName = (key: string) => `item|${key}`

/** What another tab wrote. */
interface Told {
  revision: number
  records: string[]
  items: string[]
}

/** A worker's open database (已解锁的本机库): everything decrypted in memory, every change sealed and written first. */
export class Vault {
  readonly #store: Store
  readonly #cipher: Cipher
  readonly #locks: Locks
  readonly #account: string
  readonly #wire: Wire
  #key: Key | undefined
  #revision = 0
  #contents: Contents
  #queue: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<{ topics: ReadonlySet<Topic>; tell: () => void }>()
  #touched = new Set<Topic>()
  #stopListening: Stop

  private constructor(parts: VaultParts, contents: Contents) {
    this.#store = parts.store
    this.#cipher = parts.cipher
    this.#locks = parts.locks
    this.#account = parts.account
    this.#key = parts.key
    this.#contents = contents
    this.#wire = parts.wire
    this.#stopListening = parts.wire.listen((told) => void this.#hear(told as Told))
  }

  static async open(parts: VaultParts, fresh: State): Promise<Vault> {
    const vault = new Vault(parts, emptyContents(fresh))
    await vault.#reload()
    return vault
  }

  /** True when the key opens what lies in the store, or nothing does yet. */
  static async fits(store: Store, cipher: Cipher, key: Key): Promise<boolean> {
    const [state] = await store.items([KINDS.state])
    return state === undefined || (await cipher.open(key, state, itemName(state.key))) !== undefined
  }

  get contents(): Contents {
    return this.#contents
  }

  get locked(): boolean {
    return this.#key === undefined
  }

  /** Forgets the key and everything read with it. */
  lock(): void {
    this.#key = undefined
    this.#contents = emptyContents(this.#contents.state)
    this.#listeners.clear()
    this.#stopListening()
    this.#store.close()
  }

  watch(topics: readonly Topic[], listener: () => void): Stop {
    const one = { topics: new Set(topics), tell: listener }
    this.#listeners.add(one)
    return () => this.#listeners.delete(one)
  }

  /** Says that something of a topic changed; listeners hear of it together, once the current work is done. */
  touch(...topics: Topic[]): void {
    if (this.#touched.size === 0) queueMicrotask(() => this.#tell())
    for (const topic of topics) this.#touched.add(topic)
  }

  #tell(): void {
    const touched = this.#touched
    this.#touched = new Set()
    for (const one of [...this.#listeners]) {
      if ([...one.topics].some((topic) => touched.has(topic))) one.tell()
    }
  }

  /**
   * Builds a change from what is held now, seals it, writes it in one transaction and only then takes it over. When
   * another tab has written meanwhile, what it wrote is read and the change is built again.
   *
   * @throws StoreFailure when it could not be written: then nothing has changed
   */
  transact<T>(build: (change: Change) => Promise<T> | T): Promise<T> {
    const mine = this.#queue.then(() =>
      this.#locks.hold(`linli-write-${this.#account}`, () => this.#write(build)),
    )
    this.#queue = mine.catch(() => undefined)
    return mine
  }

  async #write<T>(build: (change: Change) => Promise<T> | T): Promise<T> {
    for (let tries = 1; ; tries++) {
      const change = new Change(this.#contents)
      const value = await build(change)
      if (change.empty) return value
      const write = await this.#seal(change)
      try {
        this.#revision = await this.#store.commit(this.#revision, write)
      } catch (failure) {
        if (!(failure instanceof StoreFailure) || failure.trouble !== 'stale' || tries >= STALE_TRIES)
          throw failure
        await this.#reload()
        continue
      }
      this.#takeOver(change)
      this.#wire.tell({
        revision: this.#revision,
        records: [...change.records.keys()],
        items: [...write.items.map((row) => row.key), ...write.itemsGone],
      } satisfies Told)
      return value
    }
  }

  /** The bytes of a photo as they lie in the store. */
  async file(photo: string): Promise<Sealed | undefined> {
    if (this.locked) throw new Locked()
    const [row] = await this.#store.items([`${FILES}${photo}`])
    return row
  }

  async #seal(change: Change): Promise<Write> {
    const records = [...change.records]
    const items: [string, unknown][] = [
      ...prefixed(KINDS.entry, change.entries),
      ...prefixed(KINDS.photo, change.photos),
      ...prefixed(KINDS.draft, change.drafts),
    ]
    if (change.state) items.push([KINDS.state, change.state])
    const sealedRecords = await Promise.all(
      records.flatMap(([key, record]) => (record ? [this.#sealRecord(key, record)] : [])),
    )
    const sealedItems = await Promise.all(
      items.flatMap(([key, item]) => (item === undefined ? [] : [this.#sealItem(key, item)])),
    )
    const files = [...change.files].map(([photo, file]) => [`${FILES}${photo}`, file] as const)
    return {
      records: sealedRecords,
      recordsGone: records.flatMap(([key, record]) => (record ? [] : [key])),
      items: [...sealedItems, ...files.flatMap(([key, file]) => (file ? [{ key, ...file }] : []))],
      itemsGone: [
        ...items.flatMap(([key, item]) => (item === undefined ? [key] : [])),
        ...files.flatMap(([key, file]) => (file ? [] : [key])),
      ],
    }
  }

  async #sealRecord(key: string, record: HeldRecord): Promise<RecordRow> {
    const { type, id, v, scopes, data } = record
    return {
      key,
      type,
      id,
      v,
      scopes: { ...scopes },
      ...(await this.#sealed(recordName(record), data ?? null)),
    }
  }

  async #sealItem(key: string, item: unknown): Promise<ItemRow> {
    return { key, ...(await this.#sealed(itemName(key), item)) }
  }

  #sealed(name: string, value: unknown): Promise<Sealed> {
    if (!this.#key) throw new Locked()
    return this.#cipher.seal(this.#key, encoder.encode(JSON.stringify(value)), name)
  }

  async #opened(sealed: Sealed, name: string): Promise<unknown> {
    if (!this.#key) throw new Locked()
    const plain = await this.#cipher.open(this.#key, sealed, name)
    return plain && (JSON.parse(decoder.decode(plain)) as unknown)
  }

  async #openRecord(row: RecordRow): Promise<HeldRecord | undefined> {
    const data = await this.#opened(row, recordName(row))
    const { type, id, v, scopes } = row
    return data === undefined
      ? undefined
      : { type, id, v, scopes, data: (data as HeldRecord['data']) ?? undefined }
  }

  async #reload(): Promise<void> {
    const stored = await this.#store.load()
    const records = await Promise.all(stored.records.map((row) => this.#openRecord(row)))
    const items = await Promise.all(stored.items.map((row) => this.#opened(row, itemName(row.key))))
    const maps = emptyMaps()
    const damaged = new Set<string>()
    stored.records.forEach((row, at) => {
      const record = records[at]
      if (record) maps.records.set(row.key, record)
      else Object.keys(row.scopes).forEach((scope) => damaged.add(scope))
    })
    let state = this.#contents.state
    stored.items.forEach((row, at) => {
      if (row.key === KINDS.state) state = (items[at] as State | undefined) ?? state
      // A row that no longer opens is left where it lies and not shown.
      else if (items[at] !== undefined) placeOf(maps, row.key).set(nameIn(row.key), items[at])
    })
    this.#revision = stored.revision
    this.#contents = { ...maps, state: reloading(state, damaged) }
    this.touch('outbox', 'photos', 'status', ...typesIn(maps.records.values()))
  }

  /** Another tab of the same person wrote: read what it says it wrote, or everything when something was missed. */
  async #hear(told: Told): Promise<void> {
    if (this.locked || told.revision <= this.#revision) return
    await this.#after(async () => {
      if (told.revision <= this.#revision) return
      if (told.revision !== this.#revision + 1) return this.#reload()
      const rows = await this.#store.records(told.records)
      const items = await this.#store.items(told.items.filter((key) => !key.startsWith(FILES)))
      const change = new Change(this.#contents)
      for (const [at, key] of told.records.entries()) {
        const row = rows[at]
        change.records.set(key, row && (await this.#openRecord(row)))
      }
      for (const [at, key] of told.items.filter((one) => !one.startsWith(FILES)).entries()) {
        const row = items[at]
        const value = row && (await this.#opened(row, itemName(key)))
        if (key === KINDS.state) change.state = value as State
        else placeOf(change, key).set(nameIn(key), value)
      }
      this.#revision = told.revision
      this.#takeOver(change)
    })
  }

  #after(run: () => Promise<void>): Promise<void> {
    const mine = this.#queue.then(run)
    this.#queue = mine.catch(() => undefined)
    return mine.catch(() => undefined)
  }

  #takeOver(change: Change): void {
    if (this.locked) return
    const { records, entries, photos, drafts } = this.#contents
    const touched = new Set<Topic>(['status'])
    for (const record of [
      ...change.records.values(),
      ...[...change.records.keys()].map((key) => records.get(key)),
    ]) {
      for (const topic of record ? topicsOf(record) : []) touched.add(topic)
    }
    for (const entry of [
      ...change.entries.values(),
      ...[...change.entries.keys()].map((key) => entries.get(key)),
    ]) {
      if (entry) touched.add(`type:${entry.mutation.type}`)
    }
    if (change.entries.size > 0) touched.add('outbox')
    if (change.photos.size > 0) touched.add('photos')
    this.#contents = {
      records: merged(records, change.records),
      entries: merged(entries, change.entries),
      photos: merged(photos, change.photos),
      drafts: merged(drafts, change.drafts),
      state: change.now(),
    }
    this.touch(...touched)
  }
}

export interface VaultParts {
  store: Store
  cipher: Cipher
  key: Key
  locks: Locks
  wire: Wire
  account: string
}

function emptyMaps() {
  return {
    records: new Map<string, HeldRecord>(),
    entries: new Map<string, Entry>(),
    photos: new Map<string, PhotoNote>(),
    drafts: new Map<string, Draft>(),
  }
}

const emptyContents = (state: State): Contents => ({ ...emptyMaps(), state })

interface Places {
  entries: Map<string, Entry | undefined>
  photos: Map<string, PhotoNote | undefined>
  drafts: Map<string, Draft | undefined>
}

/** Where an item of this key belongs. */
function placeOf(places: Places | ReturnType<typeof emptyMaps>, key: string): Map<string, unknown> {
  if (key.startsWith(KINDS.entry)) return places.entries as Map<string, unknown>
  if (key.startsWith(KINDS.photo)) return places.photos as Map<string, unknown>
  return places.drafts as Map<string, unknown>
}

const nameIn = (key: string) => key.slice(2)

function* prefixed(prefix: string, map: ReadonlyMap<string, unknown>): Generator<[string, unknown]> {
  for (const [key, value] of map) yield [prefix + key, value]
}

function merged<T>(
  before: ReadonlyMap<string, T>,
  changes: ReadonlyMap<string, T | undefined>,
): ReadonlyMap<string, T> {
  if (changes.size === 0) return before
  const after = new Map(before)
  for (const [key, value] of changes) {
    if (value === undefined) after.delete(key)
    else after.set(key, value)
  }
  return after
}

/** Scopes of which a row no longer opens are loaded from the beginning. */
function reloading(state: State, damaged: ReadonlySet<string>): State {
  const scopes = { ...state.scopes }
  for (const id of damaged) {
    const scope = scopes[id]
    if (scope) scopes[id] = { ...scope, cursor: 0, gen: scope.gen + 1, loading: true }
  }
  return { ...state, scopes }
}

/** A conflict shows on the record it is about, too. */
function topicsOf(record: HeldRecord): Topic[] {
  const about = record.type === 'conflict' ? record.data?.type : undefined
  const own: Topic = `type:${record.type}`
  return typeof about === 'string' ? [own, `type:${about}`] : [own]
}

function typesIn(records: Iterable<HeldRecord>): Topic[] {
  return [...new Set([...records].flatMap(topicsOf))]
}
