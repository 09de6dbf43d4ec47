import { createHash } from 'node:crypto'
import type {
  Item,
  Mutation,
  PhotoStanding,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  Registration,
  Result,
  ScopePage,
} from '../transport'
import { TransportFailure } from '../transport'
import type { Values } from '../types'
import { merge, type Unit } from './merge'

/** A server within the test, under the same rules as the real one: change log per scope, push, pull, merge, epochs, photos. */
const DAY_MS = 86_400_000

interface Row {
  type: string
  id: string
  data: Values
  scopes: string[]
  open: boolean
  /** Mutations that made it what it is. */
  history: string[]
}

interface Logged {
  type: string
  id: string
  seq: number
  op: 'P' | 'R'
  v: number
}

interface Device {
  account: string
  token: string
  lastSeq: number
  revoked: boolean
  wipe: boolean
  wiped: boolean
  recoveryKey: string
}

interface Assignment {
  account: string
  scope: string
  mode: 'rw' | 'ro'
  from: number
  to: number
}

interface Photo {
  account: string
  sha256?: string
  file?: { sha256: string; bytes: number }
}

interface Books {
  version: number
  heads: Map<string, { head: number; floor: number }>
  log: Map<string, Map<string, Logged>>
  rows: Map<string, Row>
  devices: Map<string, Device>
  mutations: Map<string, { hash: string; device: string; result: Result }>
  assignments: Assignment[]
  photos: Map<string, Photo>
  uploads: Map<string, { length: number; bytes: Uint8Array<ArrayBuffer> }>
}

export const UNITS: Unit[] = [
  { name: 'identity', policy: 'REVIEW', fields: ['name', 'sex'] },
  { name: 'phone', policy: 'LATER_ARRIVAL', fields: ['phone'] },
  { name: 'education', policy: 'REVIEW', fields: ['education'] },
  { name: 'labels', policy: 'UNION', fields: ['labels'] },
]

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const keyOf = (type: string, id: string) => `${type}/${id}`

function hashOf(mutation: Mutation): string {
  const { seq: _seq, clockOffset: _offset, ...content } = mutation
  void [_seq, _offset]
  return hex(sha256(JSON.stringify(content)))
}

export class Office {
  #books: Books = {
    version: 0,
    heads: new Map(),
    log: new Map(),
    rows: new Map(),
    devices: new Map(),
    mutations: new Map(),
    assignments: [],
    photos: new Map(),
    uploads: new Map(),
  }
  #epochs = 1
  #ids = 0
  minAppSchema = 1
  /** Mutations whose content the server's gate refuses with 422, before it looks at their numbers. */
  readonly unreadable = new Set<string>()
  /** Changes that were taken and had nothing to do: what they wanted stood already. */
  readonly withoutEffect = new Set<string>()
  /** The most records in a page. */
  room = 500
  /** The server's clock. */
  now: () => number

  constructor(now: () => number) {
    this.now = now
  }

  get epoch(): string {
    return `epoch-${this.#epochs}`
  }

  get books(): Books {
    return this.#books
  }

  backup(): Books {
    return structuredClone(this.#books)
  }

  /** Yesterday's books are put back: whatever came since is forgotten, and a new epoch begins. */
  restore(backup: Books): void {
    // Who works where is known from elsewhere and is put right at once.
    const { assignments } = this.#books
    this.#books = { ...structuredClone(backup), assignments }
    this.#epochs++
  }

  // ---- records ----

  find(type: string, id: string): Row | undefined {
    return this.#books.rows.get(keyOf(type, id))
  }

  /** Writes a record and stamps the change in the log of every scope it is, or was, in. */
  write(row: Omit<Row, 'history' | 'open'> & Partial<Row>, by?: string): void {
    const books = this.#books
    const key = keyOf(row.type, row.id)
    const before = books.rows.get(key)
    const history = [...(before?.history ?? []), ...(by === undefined ? [] : [by])]
    books.rows.set(key, { open: before?.open ?? true, ...row, history })
    this.#stamp(row.type, row.id, row.scopes, before?.scopes ?? [])
  }

  remove(type: string, id: string): void {
    const row = this.find(type, id)
    if (!row) return
    this.#books.rows.delete(keyOf(type, id))
    this.#stamp(type, id, [], row.scopes)
  }

  /** One version for all scopes of a change, taken after all of them are locked. */
  #stamp(type: string, id: string, now: readonly string[], before: readonly string[]): void {
    const books = this.#books
    const v = ++books.version
    for (const scope of [...new Set([...now, ...before])].sort()) {
      const head = books.heads.get(scope) ?? { head: 0, floor: 0 }
      const log = books.log.get(scope) ?? new Map<string, Logged>()
      head.head++
      log.set(keyOf(type, id), { type, id, seq: head.head, op: now.includes(scope) ? 'P' : 'R', v })
      books.heads.set(scope, head)
      books.log.set(scope, log)
    }
  }

  /** Tombstones are kept for a time only: older cursors begin anew. */
  forgetTombstones(scope: string): void {
    const head = this.#books.heads.get(scope)
    const log = this.#books.log.get(scope)
    if (!head || !log) return
    for (const [key, one] of log) if (one.op === 'R') log.delete(key)
    head.floor = head.head
  }

  // ---- who works where ----

  assign(account: string, scope: string, mode: 'rw' | 'ro' = 'rw'): void {
    if (this.held(account).has(scope)) return
    this.#books.assignments.push({ account, scope, mode, from: 0, to: Number.POSITIVE_INFINITY })
  }

  unassign(account: string, scope: string): void {
    for (const one of this.#books.assignments) {
      if (one.account === account && one.scope === scope) one.to = Math.min(one.to, this.now())
    }
  }

  held(account: string): Map<string, 'rw' | 'ro'> {
    const now = this.now()
    const mine = this.#books.assignments.filter((one) => one.account === account && one.to > now)
    return new Map(mine.map((one) => [one.scope, one.mode]))
  }

  #reaches(account: string, scopes: readonly string[], occurredAt: number): boolean {
    const now = this.now()
    return this.#books.assignments.some(
      (one) =>
        one.account === account &&
        one.mode === 'rw' &&
        scopes.includes(one.scope) &&
        (one.to > now || (occurredAt <= one.to + 7 * DAY_MS && now <= one.to + 7 * DAY_MS)),
    )
  }

  // ---- devices ----

  register(account: string, form: { id: string; recoveryKey: string }): Registration {
    const known = this.#books.devices.get(form.id)
    if (known && known.account !== account) throw this.#no(409, 'sync.device-taken')
    if (known?.revoked) throw this.#no(403, 'sync.device-revoked')
    const device: Device = known ?? {
      account,
      token: '',
      lastSeq: 0,
      revoked: false,
      wipe: false,
      wiped: false,
      recoveryKey: '',
    }
    device.token = `token-${++this.#ids}`
    device.recoveryKey = form.recoveryKey
    this.#books.devices.set(form.id, device)
    return {
      device: form.id,
      token: device.token,
      epoch: this.epoch,
      leaseHours: 72,
      minAppSchema: this.minAppSchema,
      lastDeviceSeq: device.lastSeq,
      serverTime: this.#time(),
    }
  }

  byToken(id: string, token: string): Device {
    const device = this.#books.devices.get(id)
    if (device?.token !== token) throw this.#no(403, 'sync.wrong-token')
    return device
  }

  #device(account: string, id: string): Device {
    const device = this.#books.devices.get(id)
    if (device?.account !== account) throw this.#no(404, 'sync.unknown-device')
    return device
  }

  #no(status: number, reason: string, expected?: number): TransportFailure {
    return new TransportFailure('refused', { status, reason, expected })
  }

  #time(): string {
    return new Date(this.now()).toISOString()
  }

  // ---- pull ----

  pull(account: string, request: PullRequest): PullAnswer {
    const device = this.#device(account, request.device)
    const answer = { epoch: this.epoch, lastDeviceSeq: device.lastSeq, serverTime: this.#time() }
    const empty = { ...answer, scopes: [], dropped: [], minAppSchema: this.minAppSchema }
    if (device.wipe) return { ...empty, wipe: true }
    if (device.revoked) throw this.#no(403, 'sync.device-revoked')
    if (request.appSchema < this.minAppSchema) throw this.#no(409, 'sync.update-needed')
    const held = this.held(account)
    let room = Math.min(this.room, request.limit)
    const scopes = [...held].sort().map(([scope, mode]) => {
      const page = this.#page(scope, mode, request, room)
      room -= page.items.length
      return page
    })
    return { ...empty, scopes, dropped: Object.keys(request.scopes).filter((scope) => !held.has(scope)) }
  }

  #page(scope: string, mode: 'rw' | 'ro', request: PullRequest, room: number): ScopePage {
    const { head, floor } = this.#books.heads.get(scope) ?? { head: 0, floor: 0 }
    const asked = request.scopes[scope] ?? 0
    const missed = asked < floor && !request.loading.includes(scope)
    const reset = asked > 0 && (request.epoch !== this.epoch || missed || asked > head)
    const from = reset ? 0 : asked
    const log = [...(this.#books.log.get(scope)?.values() ?? [])].sort((one, other) => one.seq - other.seq)
    const after = log.filter((one) => one.seq > from && (from > 0 || one.op === 'P'))
    const more = after.length > room
    const found = after.slice(0, Math.max(0, room))
    const items = found.map((one): Item => ({ ...one, data: this.#data(one) }))
    return {
      id: scope,
      kind: scope.replace(/:.*/, ''),
      mode,
      items,
      next: more ? (found.at(-1)?.seq ?? from) : head,
      more,
      head,
      ...(!more && { digest: this.digest(scope) }),
      ...(reset && { reset }),
    }
  }

  #data(logged: Logged): Values | undefined {
    return logged.op === 'P' ? structuredClone(this.find(logged.type, logged.id)?.data) : undefined
  }

  digest(scope: string): { count: number; xor: string } {
    const present = [...(this.#books.log.get(scope)?.values() ?? [])].filter((one) => one.op === 'P')
    const xor = present.reduce((sum, { id, v }) => {
      return sum ^ (BigInt(`0x${hex(sha256(`${id}|${v}`)).slice(0, 13)}`) as bigint)
    }, 0n)
    return { count: present.length, xor: xor.toString() }
  }

  // ---- push ----

  push(account: string, request: PushRequest): PushAnswer {
    const device = this.#device(account, request.device)
    if (device.wipe)
      return { results: [], lastDeviceSeq: device.lastSeq, serverTime: this.#time(), wipe: true }
    if (request.mutations.some((one) => this.unreadable.has(one.id))) throw this.#no(422, 'sync.malformed')
    const results: Result[] = []
    for (const mutation of request.mutations) {
      try {
        results.push(this.#take(account, request.device, device, mutation))
      } catch (failure) {
        const gap = failure instanceof TransportFailure && failure.reason === 'sync.expected'
        if (!gap || results.length === 0) throw failure
        break
      }
    }
    return { results, lastDeviceSeq: device.lastSeq, serverTime: this.#time() }
  }

  #take(account: string, id: string, device: Device, mutation: Mutation): Result {
    if (device.revoked) throw this.#no(403, 'sync.device-revoked')
    const expected = device.lastSeq + 1
    if (mutation.seq > expected) throw this.#no(409, 'sync.expected', expected)
    const stored = this.#books.mutations.get(mutation.id)
    if (stored || mutation.seq < expected) {
      if (stored?.hash !== hashOf(mutation)) throw this.#no(409, 'sync.forked')
      if (mutation.seq === expected) device.lastSeq = expected
      return { ...stored.result, seq: mutation.seq }
    }
    const result: Result = { id: mutation.id, seq: mutation.seq, ...this.#apply(account, mutation) }
    this.#books.mutations.set(mutation.id, { hash: hashOf(mutation), device: id, result })
    device.lastSeq = expected
    for (const photo of mutation.attachments ?? []) this.#expect(account, photo)
    return result
  }

  #apply(account: string, mutation: Mutation): Omit<Result, 'id' | 'seq'> {
    const row = this.find(mutation.type, mutation.entity)
    const reached = this.#reaches(
      account,
      [mutation.scope, ...(row?.scopes ?? [])],
      Date.parse(mutation.occurredAt),
    )
    if (!reached) return { outcome: 'out_of_scope_recorded' }
    if (mutation.op === 'create') return this.#create(mutation)
    if (!row) return { outcome: 'refused', code: 'sync.unknown-record' }
    return mutation.op === 'patch' ? this.#patch(mutation, row) : this.#command(mutation, row)
  }

  #create(mutation: Mutation): Omit<Result, 'id' | 'seq'> {
    const { type, entity: id, scope, values = {} } = mutation
    if (this.find(type, id)) return { outcome: 'refused', code: 'sync.record-exists' }
    const twin = [...this.#books.rows.values()].some(
      (row) => row.type === type && values.number !== undefined && row.data.number === values.number,
    )
    if (twin) return { outcome: 'duplicate_person' }
    this.write({ type, id, data: values, scopes: [scope] }, mutation.id)
    return { outcome: 'applied' }
  }

  #command(mutation: Mutation, row: Row): Omit<Result, 'id' | 'seq'> {
    if (mutation.command !== 'close') return { outcome: 'refused', code: 'test.unknown-command' }
    if (!row.open) return { outcome: 'refused', code: 'test.closed-already' }
    this.write({ ...row, open: false, data: { ...row.data, closed: true } }, mutation.id)
    return { outcome: 'applied' }
  }

  #patch(mutation: Mutation, row: Row): Omit<Result, 'id' | 'seq'> {
    const patch = mutation.patch ?? {}
    if (Object.keys(patch).some((field) => !UNITS.some((unit) => unit.fields.includes(field))))
      return { outcome: 'refused', code: 'sync.unknown-field' }
    if (!row.open) return { outcome: 'review', conflict: this.#conflict(mutation, row, '') }
    const standing = {
      units: UNITS,
      current: row.data,
      movedOn: mutation.baseVersion < this.#versionOf(row),
      underReview: this.#underReview(row),
    }
    const { values, reviews, met } = merge(patch, standing)
    if (Object.keys(values).length > 0) this.write({ ...row, data: { ...row.data, ...values } }, mutation.id)
    else this.withoutEffect.add(mutation.id)
    const opened = reviews.map((unit) => this.#conflict(mutation, row, unit))
    if (opened.length > 0) return { outcome: 'review', conflict: opened[0] }
    return { outcome: met ? 'merged' : 'applied' }
  }

  #versionOf(row: Row): number {
    const versions = row.scopes.map(
      (scope) => this.#books.log.get(scope)?.get(keyOf(row.type, row.id))?.v ?? 0,
    )
    return Math.max(0, ...versions)
  }

  #underReview(row: Row): string[] {
    const open = [...this.#books.rows.values()].filter(
      (one) => one.type === 'conflict' && one.data.entity === row.id && one.data.state === 'open',
    )
    return open.map((one) => String(one.data.unit))
  }

  #conflict(mutation: Mutation, row: Row, unit: string): string {
    const id = `conflict-${mutation.id}-${unit}`
    const data = { type: row.type, entity: row.id, unit, state: 'open', proposed: mutation.patch }
    this.write({ type: 'conflict', id, data, scopes: row.scopes }, mutation.id)
    return id
  }

  /** Somebody at the desk decides a conflict by letting stand what stands. */
  decide(id: string): void {
    const row = this.find('conflict', id)
    if (row) this.write({ ...row, data: { ...row.data, state: 'decided' } })
  }

  // ---- photos ----

  #expect(account: string, { id, sha256 }: { id: string; sha256: string }): void {
    const photo = this.#books.photos.get(id) ?? { account }
    this.#books.photos.set(id, { ...photo, sha256: photo.sha256 ?? sha256 })
  }

  photoStates(account: string, ids: readonly string[]): PhotoStanding[] {
    return ids.flatMap((id) => {
      const photo = this.#books.photos.get(id)
      if (photo?.account !== account) return []
      const { file, sha256 } = photo
      const state = !file ? 'expected' : !sha256 ? 'received' : sha256 === file.sha256 ? 'bound' : 'refused'
      return [{ id, state, bytes: file?.bytes ?? 0 } as const]
    })
  }

  uploadOffset(id: string): number | undefined {
    return this.#books.uploads.get(id)?.bytes.length
  }

  startUpload(id: string, length: number): number {
    const upload = this.#books.uploads.get(id) ?? { length, bytes: new Uint8Array(0) }
    this.#books.uploads.set(id, upload)
    return upload.bytes.length
  }

  continueUpload(account: string, id: string, offset: number, part: Uint8Array<ArrayBuffer>): number {
    const upload = this.#books.uploads.get(id)
    if (!upload) throw this.#no(404, 'files.unknown-upload')
    if (offset !== upload.bytes.length || offset + part.length > upload.length)
      throw this.#no(409, 'files.wrong-offset', upload.bytes.length)
    upload.bytes = new Uint8Array([...upload.bytes, ...part])
    if (upload.bytes.length === upload.length) {
      const file = { sha256: hex(sha256(upload.bytes)), bytes: upload.length }
      this.#books.photos.set(id, { account, ...this.#books.photos.get(id), file })
    }
    return upload.bytes.length
  }
}
