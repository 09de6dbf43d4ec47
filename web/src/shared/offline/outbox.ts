import { without, type Change, type Contents, type Entry } from './contents'
import type { Mutation, Result } from './transport'
import type { Answer, KeptEntry, OutboxEntry, Values } from './types'

export const BATCH = 100
export const BATCH_BYTES = 256 * 1024
const KEPT_MS = 30 * 86_400_000

/** Answers after which the server's copy never shows the change. */
const WITHOUT_EFFECT: ReadonlySet<Answer> = new Set(['refused', 'duplicate_person', 'out_of_scope_recorded'])
/** Answers that a worker should see. */
const TO_BE_SEEN: ReadonlySet<Answer> = new Set([
  'refused',
  'duplicate_person',
  'out_of_scope_recorded',
  'review',
])

const encoder = new TextEncoder()

/** Two values of JSON; nothing, null and an empty text are one, as on the server. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

const plain = (value: unknown) => (value === undefined || value === '' ? null : value)

/** What a patch really changes: the other fields of a unit are sent as they were seen. */
export function changesOf(patch: Mutation['patch']): [string, { base: unknown; new: unknown }][] {
  return Object.entries(patch ?? {}).filter(([, pair]) => !same(pair.base, pair.new))
}
export const sizeOf = (mutation: Mutation) => encoder.encode(JSON.stringify(mutation)).length

/** Laid over the server's copy: not yet answered, or answered and its effect still on the way. */
export function shows(entry: Entry): boolean {
  return !entry.settled && !(entry.result && WITHOUT_EFFECT.has(entry.result.outcome))
}

const isKept = (entry: Entry): boolean =>
  entry.result !== undefined && TO_BE_SEEN.has(entry.result.outcome) && entry.away !== true

export function unanswered(contents: Contents): Entry[] {
  return [...contents.entries.values()].filter((entry) => !entry.result).sort(bySeq)
}

const bySeq = (one: Entry, other: Entry) => one.mutation.seq - other.mutation.seq

/** In the order of making, across registrations. */
export const asMade = (one: Entry, other: Entry) => one.madeAt - other.madeAt

/** The next message: changes in the order of their seq without a gap, at most 100 and 256 KB. */
export function nextBatch(contents: Contents, most = BATCH): Entry[] {
  const batch: Entry[] = []
  let bytes = 0
  for (const entry of unanswered(contents)) {
    const last = batch.at(-1)
    bytes += sizeOf(entry.mutation) + 1
    if (last && (batch.length >= most || bytes > BATCH_BYTES || entry.mutation.seq !== last.mutation.seq + 1))
      break
    batch.push(entry)
  }
  return batch
}

/** Stores the server's answers. */
export function takeResults(change: Change, results: readonly Result[], now: number): number {
  let taken = 0
  for (const result of results) {
    const entry = change.entry(result.id)
    if (!entry || entry.result) continue
    const pointless = WITHOUT_EFFECT.has(result.outcome)
    change.entries.set(result.id, { ...entry, result, answeredAt: now, ...(pointless && { settled: true }) })
    taken++
  }
  return taken
}

function refusePhoto(change: Change, id: string, code: string): void {
  const photo = change.photo(id)
  if (photo && photo.state !== 'bound') change.photos.set(id, { ...photo, state: 'refused', code })
}

/** Answered changes that a complete pull covers have become part of the server's copy. */
export function settle(change: Change, lastDeviceSeq: number, answeredBefore: ReadonlySet<string>): void {
  const { device } = change.now()
  for (const entry of change.allEntries()) {
    if (entry.settled || !entry.result || !answeredBefore.has(entry.mutation.id)) continue
    if (entry.device !== device || entry.mutation.seq <= lastDeviceSeq) {
      change.entries.set(entry.mutation.id, { ...entry, settled: true })
    }
  }
}

/** Forgets changes that are settled, seen, and answered more than 30 days ago, with their photos. */
export function forgetOld(change: Change, now: number): void {
  for (const entry of change.allEntries()) {
    if (!entry.settled || isKept(entry) || now - (entry.answeredAt ?? now) < KEPT_MS) continue
    change.entries.set(entry.mutation.id, undefined)
    for (const id of entry.photos) if (change.photo(id)?.state === 'bound') change.photos.set(id, undefined)
  }
}

/**
 * The server's next number for this phone is `from`: what it has forgotten goes out again. Where the phone no longer has
 * that number, what is left is numbered anew, without a gap. `formerly`: also what was sent under an earlier
 * registration; the server knows a change by its id.
 */
export function offerAgain(change: Change, from: number, { formerly = false } = {}): void {
  const { device } = change.now()
  for (const entry of change.allEntries()) {
    if (!entry.result || entry.erased || entry.mutation.seq === 0) continue
    if (entry.device === device ? entry.mutation.seq < from : !formerly) continue
    change.entries.set(entry.mutation.id, without(entry, 'result', 'answeredAt', 'settled', 'away'))
    for (const id of entry.photos) {
      const photo = change.photo(id)
      if (photo && photo.state !== 'bound')
        change.photos.set(id, { ...photo, state: 'queued', code: undefined })
    }
  }
  const ahead = change
    .allEntries()
    .filter((entry) => !entry.result && (entry.mutation.seq >= from || entry.device !== device))
    .sort(asMade)
  number(change, ahead, from)
}

/** Numbers unanswered changes anew from `from`. */
export function number(change: Change, open: readonly Entry[], from: number, device?: string): void {
  const mine = device ?? change.now().device
  open.forEach((entry, at) => {
    const mutation = { ...entry.mutation, seq: from + at }
    change.entries.set(mutation.id, { ...entry, mutation, device: mine })
  })
  change.state = { ...change.now(), device: mine, nextSeq: from + open.length }
}

/** The server will never take this change, not even as refused: it is refused here, and those behind close up. */
export function refuseHere(
  change: Change,
  id: string,
  facts: { code: string; text: string; now: number },
): void {
  const poison = change.entry(id)
  if (!poison || poison.result) return
  const { seq } = poison.mutation
  const behind = change.allEntries().filter((entry) => !entry.result && entry.mutation.seq > seq)
  number(change, behind, seq)
  const result: Result = { id, seq: 0, outcome: 'refused', code: facts.code, text: facts.text }
  takeResults(change, [result], facts.now)
  for (const photo of poison.photos) refusePhoto(change, photo, facts.code)
  const refused = change.entry(id) as Entry
  change.entries.set(id, { ...refused, mutation: { ...refused.mutation, seq: 0 } })
}

function fieldsOf(mutation: Mutation, side: 'new' | 'base'): Values {
  if (mutation.patch)
    return Object.fromEntries(changesOf(mutation.patch).map(([field, pair]) => [field, pair[side]]))
  return side === 'new' ? (mutation.values ?? mutation.arguments ?? {}) : {}
}

export function shown(entry: Entry, sending: ReadonlySet<string>): OutboxEntry {
  const { mutation, result } = entry
  return {
    mutation: mutation.id,
    seq: mutation.seq,
    type: mutation.type,
    entity: mutation.entity,
    op: mutation.op,
    command: mutation.command,
    scope: mutation.scope,
    values: fieldsOf(mutation, 'new'),
    base: fieldsOf(mutation, 'base'),
    photos: entry.photos,
    occurredAt: Date.parse(mutation.occurredAt),
    state: result ? 'answered' : sending.has(mutation.id) ? 'sending' : 'waiting',
    answer: result?.outcome,
    answeredAt: entry.answeredAt,
    code: result?.code,
    field: result?.field,
    text: result?.text,
    conflict: result?.conflict,
  }
}

export function outboxOf(contents: Contents, sending: ReadonlySet<string>): OutboxEntry[] {
  return [...contents.entries.values()]
    .filter(shows)
    .sort(bySeq)
    .map((entry) => shown(entry, sending))
}

export function keptOf(contents: Contents): KeptEntry[] {
  return [...contents.entries.values()]
    .filter(isKept)
    .sort((one, other) => (other.answeredAt ?? 0) - (one.answeredAt ?? 0))
    .map((entry) => shown(entry, new Set()) as KeptEntry)
}
