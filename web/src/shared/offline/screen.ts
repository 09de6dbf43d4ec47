import { recordKey, type Contents, type Entry, type HeldRecord } from './contents'
import { asMade, changesOf, shows } from './outbox'
import type { CommandEffects, Held, Values } from './types'

const RANK = ['grid', 'user', 'ref']
const rank = (scope: string) => RANK.findIndex((kind) => scope.startsWith(kind))

interface Laid {
  values: Values
  fields: Set<string>
}

function layOver(under: Laid, entry: Entry, effects: CommandEffects): Laid {
  const { op, type, command, patch, values, arguments: args } = entry.mutation
  let over: Values
  if (op === 'create') over = values ?? {}
  else if (op === 'patch')
    over = Object.fromEntries(changesOf(patch).map(([field, pair]) => [field, pair.new]))
  else {
    const effect = effects[`${type}.${command}`]
    if (!effect) return under
    const after = effect(under.values, args ?? {})
    over = Object.fromEntries(Object.entries(after).filter(([field, value]) => under.values[field] !== value))
  }
  return { values: { ...under.values, ...over }, fields: new Set([...under.fields, ...Object.keys(over)]) }
}

/** Records as the screen shows them: the server's copy with own unsent changes laid over; built again when something moved. */
export class Screen {
  readonly #contents: () => Contents
  readonly #effects: CommandEffects
  #of: Contents | undefined
  #overlays = new Map<string, Entry[]>()
  #conflicts = new Map<string, string[]>()
  #built = new Map<string, { from: unknown[]; held: Held }>()
  #lists = new Map<string, readonly Held[]>()

  constructor(contents: () => Contents, effects: CommandEffects = {}) {
    this.#contents = contents
    this.#effects = effects
  }

  list(type: string): readonly Held[] {
    const contents = this.#current()
    const keys = new Set<string>()
    for (const [key, record] of contents.records) if (record.type === type) keys.add(key)
    for (const [key, entries] of this.#overlays) if (entries[0]?.mutation.type === type) keys.add(key)
    const all = [...keys].flatMap((key) => this.#build(contents, key) ?? [])
    const list = all.filter((held) => typeof held.values.alias !== 'string')
    const before = this.#lists.get(type)
    if (before?.length === list.length && before.every((held, at) => held === list[at])) return before
    this.#lists.set(type, list)
    return list
  }

  /** Follows aliases, as far as they lead to records of this phone. */
  find(type: string, id: string | undefined): Held | undefined {
    const contents = this.#current()
    const met = new Set<string>()
    for (let next = id; next !== undefined && !met.has(next);) {
      met.add(next)
      const held = this.#build(contents, recordKey(type, next))
      const { alias } = held?.values ?? {}
      if (typeof alias !== 'string') return held
      next = alias
    }
    return undefined
  }

  #current(): Contents {
    const contents = this.#contents()
    const before = this.#of
    if (before === contents) return contents
    this.#of = contents
    if (before?.entries !== contents.entries) this.#overlays = overlaysOf(contents)
    if (before?.records !== contents.records) this.#conflicts = conflictsOf(contents)
    for (const key of this.#built.keys()) {
      if (!contents.records.has(key) && !this.#overlays.has(key)) this.#built.delete(key)
    }
    return contents
  }

  #build(contents: Contents, key: string): Held | undefined {
    const record = contents.records.get(key)
    const entries = this.#overlays.get(key) ?? []
    // A record whose creation has not come back is shown from the outbox alone.
    if (!record?.data && !entries.some((entry) => entry.mutation.op === 'create')) return undefined
    const conflicts = this.#conflicts.get(key) ?? []
    const modes = Object.entries(contents.state.scopes).map(
      ([id, scope]) => `${id}=${scope.mode}${scope.dropped}`,
    )
    const from = [record, ...entries, ...conflicts, modes.join()]
    const known = this.#built.get(key)
    if (known?.from.length === from.length && known.from.every((one, at) => one === from[at]))
      return known.held
    const held = this.#hold(contents, record, entries, conflicts)
    this.#built.set(key, { from, held })
    return held
  }

  #hold(
    contents: Contents,
    record: HeldRecord | undefined,
    entries: readonly Entry[],
    conflicts: readonly string[],
  ): Held {
    const first = entries[0]?.mutation
    const bottom: Laid = { values: record?.data ?? {}, fields: new Set() }
    const laid = entries.reduce((under, entry) => layOver(under, entry, this.#effects), bottom)
    const scopes = record ? Object.keys(record.scopes) : [first?.scope ?? '']
    scopes.sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
    const writable = scopes.some((id) => {
      const scope = contents.state.scopes[id]
      return scope?.mode === 'rw' && !scope.dropped
    })
    return {
      type: record?.type ?? first?.type ?? '',
      id: record?.id ?? first?.entity ?? '',
      values: laid.values,
      server: record?.data,
      v: record?.v ?? 0,
      scopes,
      mode: writable ? 'rw' : 'ro',
      pendingFields: [...laid.fields],
      pending: entries.map((entry) => entry.mutation.id),
      conflicts,
    }
  }
}

function overlaysOf(contents: Contents): Map<string, Entry[]> {
  const overlays = new Map<string, Entry[]>()
  const open = [...contents.entries.values()].filter(shows).sort(asMade)
  for (const entry of open) {
    const key = recordKey(entry.mutation.type, entry.mutation.entity)
    overlays.set(key, [...(overlays.get(key) ?? []), entry])
  }
  return overlays
}

const OPEN = /^open$/i

function conflictsOf(contents: Contents): Map<string, string[]> {
  const conflicts = new Map<string, string[]>()
  for (const record of contents.records.values()) {
    const { type, entity, state } = record.data ?? {}
    if (record.type !== 'conflict' || typeof type !== 'string' || typeof entity !== 'string') continue
    if (typeof state === 'string' && !OPEN.test(state)) continue
    const key = recordKey(type, entity)
    conflicts.set(key, [...(conflicts.get(key) ?? []), record.id])
  }
  return conflicts
}
