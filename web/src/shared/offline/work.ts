import type { Clock, ServerTime } from './clock'
import type { Change, Entry } from './contents'
import { uuid7, type Chance } from './ids'
import { BATCH_BYTES, keptOf, outboxOf, same, sizeOf, unanswered } from './outbox'
import { KeptPhotos } from './photos'
import type { Platform } from './platform'
import { Screen } from './screen'
import { StoreFailure } from './store'
import type { Talk } from './talk'
import type { Mutation } from './transport'
import type {
  Block,
  ChangeOptions,
  CommandEffects,
  Held,
  KeptEntry,
  KnownUser,
  Made,
  MergeUnits,
  Outcome,
  OutboxEntry,
  Refusal,
  ScopeState,
  Stop,
  SyncStatus,
  Topic,
  Values,
  Work,
} from './types'
import { Locked, type Vault } from './vault'

const HOUR_MS = 3_600_000
const WARN_AFTER_MS = 24 * HOUR_MS
const BLOCK_AFTER_MS = 72 * HOUR_MS
const LEAST_FREE = 50 * 1024 * 1024
/** Room for what a message carries besides one change. */
const ENVELOPE = 1024

export interface WorkParts {
  user: () => KnownUser
  vault: Vault
  talk: Talk
  photos: KeptPhotos
  platform: Platform
  clock: Clock
  chance: Chance
  time: ServerTime
  effects: CommandEffects
  units: MergeUnits
}

type Draft = Pick<Mutation, 'type' | 'entity' | 'op' | 'scope' | 'baseVersion'> & Partial<Mutation>

const no = (refusal: Refusal) => ({ done: false, refusal }) as const
const yes = <T>(value: T) => ({ done: true, value }) as const

/** The open database of one worker, over the vault and the talk. */
export class OpenWork implements Work {
  readonly #parts: WorkParts
  readonly #screen: Screen
  #free: number | undefined
  #persisted: boolean | undefined

  constructor(parts: WorkParts) {
    this.#parts = parts
    this.#screen = new Screen(() => parts.vault.contents, parts.effects)
  }

  get user(): KnownUser {
    return this.#parts.user()
  }

  get device(): string {
    return this.#parts.vault.contents.state.device
  }

  get photos(): KeptPhotos {
    return this.#parts.photos
  }

  get wifiOnly(): boolean {
    return this.#parts.vault.contents.state.wifiOnly
  }

  watch(topics: readonly Topic[], listener: () => void): Stop {
    return this.#parts.vault.watch(topics, listener)
  }

  list<V extends Values>(type: string): readonly Held<V>[] {
    return this.#screen.list(type) as readonly Held<V>[]
  }

  find<V extends Values>(type: string, id: string | undefined): Held<V> | undefined {
    return this.#screen.find(type, id) as Held<V> | undefined
  }

  create(
    type: string,
    values: Values,
    options: ChangeOptions & { id?: string } = {},
  ): Promise<Outcome<Made>> {
    const scope = options.scope ?? this.#soleWritable()
    if (scope === undefined) return Promise.resolve(no({ kind: 'scope-needed' }))
    const { clock, chance } = this.#parts
    const entity = options.id ?? uuid7(clock.now(), chance)
    return this.#make({ type, entity, op: 'create', scope, baseVersion: 0, values }, options)
  }

  async patch(
    type: string,
    id: string,
    values: Values,
    options: ChangeOptions & { seen?: Values } = {},
  ): Promise<Outcome<Made>> {
    const held = this.#screen.find(type, id)
    if (!held) return no(this.#locked() ?? { kind: 'missing' })
    const seen: Values = { ...held.values, ...options.seen }
    const changed = Object.keys(values).filter((field) => !same(seen[field], values[field]))
    if (changed.length === 0) return no({ kind: 'unchanged' })
    const units = this.#parts.units[type] ?? []
    const named = new Set([
      ...changed,
      ...units.filter((unit) => unit.some((field) => changed.includes(field))).flat(),
    ])
    const pair = (field: string) => {
      const base = seen[field] ?? null
      return { base, new: changed.includes(field) ? (values[field] ?? null) : base }
    }
    const patch = Object.fromEntries([...named].map((field) => [field, pair(field)]))
    const { scope = this.#scopeOf(held) } = options
    return this.#make({ type, entity: held.id, op: 'patch', scope, baseVersion: held.v, patch }, options)
  }

  async command(
    type: string,
    id: string,
    command: string,
    args: Values = {},
    options: ChangeOptions = {},
  ): Promise<Outcome<Made>> {
    const held = this.#screen.find(type, id)
    if (!held) return no(this.#locked() ?? { kind: 'missing' })
    const { scope = this.#scopeOf(held) } = options
    const draft: Draft = { type, entity: held.id, op: 'command', scope, baseVersion: held.v }
    return this.#make({ ...draft, command, arguments: args }, options)
  }

  async #make(draft: Draft, options: ChangeOptions): Promise<Outcome<Made>> {
    const { vault, talk, clock, chance } = this.#parts
    const locked = this.#locked()
    if (locked) return no(locked)
    await this.#look()
    const block = this.#block()
    if (block) return no({ kind: 'blocked', why: block })
    const id = uuid7(clock.now(), chance)
    const made = await this.#attempt(() => vault.transact((change) => this.#add(change, id, draft, options)))
    if (made.done) talk.soon()
    return made
  }

  #add(change: Change, id: string, draft: Draft, options: ChangeOptions): Outcome<Made> {
    // The transaction was done and only its end was not heard of.
    if (change.entry(id)) return yes({ mutation: id, entity: draft.entity })
    const scope = change.scope(draft.scope)
    if (scope?.mode !== 'rw' || scope.dropped) return no({ kind: 'read-only', scope: draft.scope })
    const photos = (options.photos ?? []).map((photo) => change.photo(photo))
    const attachments = photos.flatMap((photo) =>
      photo?.state === 'captured' ? [{ id: photo.id, sha256: photo.sha256 }] : [],
    )
    if (attachments.length < photos.length) return no({ kind: 'photo-gone' })
    const { clock, time } = this.#parts
    const state = change.now()
    const mutation: Mutation = {
      id,
      seq: state.nextSeq,
      ...draft,
      ...(attachments.length > 0 && { attachments }),
      occurredAt: new Date(options.occurredAt ?? clock.now()).toISOString(),
      clockOffset: time.offsetNow(),
      ...(options.evidence && { evidence: options.evidence }),
    }
    const bytes = sizeOf(mutation) + ENVELOPE
    if (bytes > BATCH_BYTES) return no({ kind: 'too-large', bytes })
    const latest = Math.max(0, ...change.allEntries().map((entry) => entry.madeAt))
    const entry: Entry = {
      mutation,
      device: state.device,
      photos: attachments.map((photo) => photo.id),
      // Order of making holds also when the clock is set back.
      madeAt: Math.max(clock.now(), latest + 1),
    }
    change.entries.set(id, entry)
    for (const photo of photos)
      if (photo) change.photos.set(photo.id, { ...photo, state: 'queued', mutation: id })
    if (options.draft !== undefined) change.drafts.set(options.draft, undefined)
    change.state = { ...state, nextSeq: state.nextSeq + 1 }
    return yes({ mutation: id, entity: draft.entity })
  }

  outbox(): readonly OutboxEntry[] {
    return outboxOf(this.#parts.vault.contents, this.#parts.talk.sending)
  }

  kept(): readonly KeptEntry[] {
    return keptOf(this.#parts.vault.contents)
  }

  putAway(mutation: string): Promise<Outcome<void>> {
    return this.#attempt(() =>
      this.#parts.vault.transact((change) => {
        const entry = change.entry(mutation)
        if (!entry?.result) return no({ kind: 'missing' })
        change.entries.set(mutation, { ...entry, away: true })
        for (const id of entry.photos) {
          if (change.photo(id)?.state !== 'refused') continue
          change.photos.set(id, undefined)
          change.files.set(id, undefined)
        }
        return yes(undefined)
      }),
    )
  }

  draft<T>(key: string): T | undefined {
    return this.#parts.vault.contents.drafts.get(key)?.value as T | undefined
  }

  keepDraft(key: string, draft: unknown, scope?: string): Promise<Outcome<void>> {
    return this.#write((change) => change.drafts.set(key, { value: draft, ...(scope && { scope }) }))
  }

  dropDraft(key: string): Promise<Outcome<void>> {
    return this.#write((change) =>
      change.drafts.has(key) || change.before.drafts.has(key) ? change.drafts.set(key, undefined) : undefined,
    )
  }

  setWifiOnly(wifiOnly: boolean): Promise<Outcome<void>> {
    return this.#write((change) => (change.state = { ...change.now(), wifiOnly }))
  }

  async syncNow(): Promise<void> {
    await this.#look()
    await this.#parts.talk.now()
  }

  status(): SyncStatus {
    const { vault, talk, time, clock } = this.#parts
    const unsent = unanswered(vault.contents)
    const photos = [...vault.contents.photos.values()].filter(
      (photo) => photo.state === 'queued' || photo.state === 'uploading',
    )
    const oldestAt = this.#oldest(unsent)
    const { lastContact, leaseEndsAt } = this.user
    return {
      activity: talk.activity,
      failure: talk.failure,
      halt: talk.halt,
      nextTryAt: talk.nextTryAt,
      lastContact: lastContact || undefined,
      leaseEndsAt,
      unsent: { changes: unsent.length, photos: photos.length, oldestAt },
      unsentTooOld: oldestAt !== undefined && clock.now() - oldestAt > WARN_AFTER_MS,
      block: this.#block(),
      clockOffset: time.offsetNow(),
      clockWrong: time.wrong,
      storage: { freeBytes: this.#free, persisted: this.#persisted },
      scopes: this.#scopes(),
      reloaded: [...talk.reloaded],
    }
  }

  /** Asks the browser how much room is left, and that it keeps what is there. */
  async look({ persist = false } = {}): Promise<void> {
    const { platform, vault } = this.#parts
    if (persist) this.#persisted = await platform.persist()
    await this.#look()
    vault.touch('status')
  }

  async #look(): Promise<void> {
    this.#free = await this.#parts.platform.freeBytes()
  }

  #block(): Block | undefined {
    const { vault, clock } = this.#parts
    if (this.#free !== undefined && this.#free < LEAST_FREE) return 'storage-low'
    const oldest = this.#oldest(unanswered(vault.contents))
    return oldest !== undefined && clock.now() - oldest > BLOCK_AFTER_MS ? 'unsent-too-long' : undefined
  }

  #oldest(unsent: readonly Entry[]): number | undefined {
    return unsent.length === 0 ? undefined : Math.min(...unsent.map((entry) => entry.madeAt))
  }

  #scopes(): ScopeState[] {
    const { records, state } = this.#parts.vault.contents
    const held = new Map<string, number>()
    for (const record of records.values()) {
      for (const scope of Object.keys(record.scopes)) held.set(scope, (held.get(scope) ?? 0) + 1)
    }
    return Object.entries(state.scopes).map(([id, { kind, mode, names, loading, dropped }]) => {
      return { id, kind, mode, names, loading, dropped, held: held.get(id) ?? 0 }
    })
  }

  #soleWritable(): string | undefined {
    const scopes = Object.entries(this.#parts.vault.contents.state.scopes)
    const writable = scopes.filter(
      ([id, scope]) => id.startsWith('grid:') && scope.mode === 'rw' && !scope.dropped,
    )
    return writable.length === 1 ? writable[0]?.[0] : undefined
  }

  #scopeOf(held: Held): string {
    const { scopes } = this.#parts.vault.contents.state
    const writable = held.scopes.find((id) => scopes[id]?.mode === 'rw' && !scopes[id].dropped)
    return writable ?? held.scopes[0] ?? ''
  }

  #locked(): Refusal | undefined {
    return this.#parts.vault.locked ? { kind: 'locked' } : undefined
  }

  #write(build: (change: Change) => unknown): Promise<Outcome<void>> {
    return this.#attempt(() =>
      this.#parts.vault.transact((change) => {
        build(change)
        return yes(undefined)
      }),
    )
  }

  async #attempt<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await run()
    } catch (failure) {
      if (failure instanceof Locked || this.#parts.vault.locked) return no({ kind: 'locked' })
      if (!(failure instanceof StoreFailure)) throw failure
      if (failure.trouble === 'full') return no({ kind: 'blocked', why: 'storage-low' })
      return no({ kind: 'storage-refused' })
    }
  }
}
