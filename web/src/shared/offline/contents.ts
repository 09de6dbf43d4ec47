import type { Holding } from './store'
import type { Mutation, Result } from './transport'
import type { Mode, PhotoState, Values } from './types'

/** A record as the server sent it. */
export interface HeldRecord {
  type: string
  id: string
  v: number
  scopes: Readonly<Record<string, Holding>>
  /** Undefined when this version of the app was not sent its content. */
  data: Values | undefined
}

/** A change of this phone, from its making until 30 days after its answer. */
export interface Entry {
  mutation: Mutation
  /** The registration under which it is (to be) sent; another one after a cloned phone was registered anew. */
  device: string
  photos: readonly string[]
  madeAt: number
  result?: Result
  answeredAt?: number
  /** A pull has brought its effect: no longer laid over, no longer in the outbox. */
  settled?: boolean
  /** The worker has seen its answer. */
  away?: boolean
  /** Its content was erased with the scope it belonged to. */
  erased?: boolean
}

export interface PhotoNote {
  id: string
  state: PhotoState
  /** base64; the bytes lie sealed under it. */
  fileKey: string
  bytes: number
  sha256: string
  width: number
  height: number
  takenAt: number
  mutation?: string
  code?: string
}

export interface HeldScope {
  kind: string
  mode: Mode
  names?: { zh: string; en: string }
  cursor: number
  head: number
  /** Grows with every loading from the beginning; what an earlier loading brought and this one did not is swept. */
  gen: number
  loading: boolean
  dropped: boolean
  /** When it last disagreed with the server's digest. */
  disagreedAt?: number
}

export interface State {
  device: string
  token: string | undefined
  epoch: string
  appSchema: number
  scopes: Readonly<Record<string, HeldScope>>
  nextSeq: number
  wifiOnly: boolean
}

export interface Draft {
  value: unknown
  scope?: string
}

/** A copy without some of its fields. */
export function without<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  const copy = { ...value }
  for (const field of fields) delete copy[field]
  return copy
}

export const recordKey = (type: string, id: string) => `${type}/${id}`

/** What a worker's database holds, decrypted. Never changed in place: a {@link Change} is written first and then taken over. */
export interface Contents {
  readonly records: ReadonlyMap<string, HeldRecord>
  readonly entries: ReadonlyMap<string, Entry>
  readonly photos: ReadonlyMap<string, PhotoNote>
  readonly drafts: ReadonlyMap<string, Draft>
  readonly state: State
}

/** Something to be written in one transaction; `undefined` erases. */
export class Change {
  readonly records = new Map<string, HeldRecord | undefined>()
  readonly entries = new Map<string, Entry | undefined>()
  readonly photos = new Map<string, PhotoNote | undefined>()
  readonly drafts = new Map<string, Draft | undefined>()
  /** Bytes of files, sealed already, by photo. */
  readonly files = new Map<string, { iv: Uint8Array<ArrayBuffer>; ct: Uint8Array<ArrayBuffer> } | undefined>()
  state: State | undefined

  constructor(readonly before: Contents) {}

  record(key: string): HeldRecord | undefined {
    return this.records.has(key) ? this.records.get(key) : this.before.records.get(key)
  }

  entry(id: string): Entry | undefined {
    return this.entries.has(id) ? this.entries.get(id) : this.before.entries.get(id)
  }

  photo(id: string): PhotoNote | undefined {
    return this.photos.has(id) ? this.photos.get(id) : this.before.photos.get(id)
  }

  now(): State {
    return this.state ?? this.before.state
  }

  scope(id: string): HeldScope | undefined {
    return this.now().scopes[id]
  }

  setScope(id: string, scope: HeldScope | undefined): void {
    const others = without(this.now().scopes, id)
    this.state = { ...this.now(), scopes: scope ? { ...others, [id]: scope } : others }
  }

  /** All records as they will be. */
  *allRecords(): Generator<[string, HeldRecord]> {
    for (const [key, record] of this.before.records) if (!this.records.has(key)) yield [key, record]
    for (const [key, record] of this.records) if (record) yield [key, record]
  }

  /** All own changes as they will be, in the order of their seq. */
  allEntries(): Entry[] {
    const all = new Map(this.before.entries)
    for (const [id, entry] of this.entries) {
      if (entry) all.set(id, entry)
      else all.delete(id)
    }
    return [...all.values()].sort((one, other) => one.mutation.seq - other.mutation.seq)
  }

  get empty(): boolean {
    const lists = [this.records, this.entries, this.photos, this.drafts, this.files]
    return this.state === undefined && lists.every((list) => list.size === 0)
  }
}
