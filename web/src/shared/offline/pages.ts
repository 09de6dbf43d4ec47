import { type Change, type Entry, type HeldRecord, type HeldScope, recordKey, without } from './contents'
import { digestOf, type Mark } from './digest'
import { offerAgain } from './outbox'
import type { Item, PullAnswer, ScopePage } from './transport'
import type { SyncStatus } from './types'

export type Reload = SyncStatus['reloaded'][number]

/** What one pull asked for, and when. */
export interface Asked {
  cursors: Readonly<Record<string, number>>
  now: number
  /** Marks of versions, kept between digests. */
  mark: Mark
}

/** A scope that goes on disagreeing is not loaded over and over. */
const DISAGREE_AGAIN_MS = 900_000

const fresh = (page: ScopePage): HeldScope => ({
  kind: page.kind,
  mode: page.mode,
  cursor: 0,
  head: page.head,
  gen: 1,
  loading: true,
  dropped: false,
})

/** A scope that is loaded from its beginning; what it holds stays on the screen meanwhile. */
export const anew = (scope: HeldScope): HeldScope => ({
  ...scope,
  cursor: 0,
  gen: scope.gen + 1,
  loading: true,
  dropped: false,
})

/** Takes over one answer to a pull: records, cursors and what was taken away, all in one change. Answers what is loaded anew. */
export async function applyPull(change: Change, answer: PullAnswer, asked: Asked): Promise<Reload[]> {
  const reloads: Reload[] = []
  const begun = startEpoch(change, answer, asked.now, reloads)
  for (const page of answer.scopes) {
    if (!takesUp(change, page, asked, begun, reloads)) continue
    for (const item of page.items) applyItem(change, page.id, item)
    const scope = { ...(change.scope(page.id) as HeldScope) }
    change.setScope(page.id, {
      ...scope,
      kind: page.kind,
      mode: page.mode,
      names: page.names,
      head: page.head,
      cursor: page.next,
    })
    if (!page.more) await complete(change, page, asked, reloads)
  }
  for (const id of answer.dropped) {
    const scope = change.scope(id)
    if (scope && !scope.dropped) change.setScope(id, { ...scope, dropped: true })
  }
  eraseDropped(change)
  return reloads
}

/** A server restored from its backup counts anew: everything is loaded again, and what it has forgotten is offered again. */
function startEpoch(change: Change, answer: PullAnswer, now: number, reloads: Reload[]): boolean {
  const { epoch, scopes } = change.now()
  if (answer.epoch === epoch) return false
  change.state = { ...change.now(), epoch: answer.epoch }
  if (epoch === '') return false
  for (const [id, scope] of Object.entries(scopes)) {
    change.setScope(id, { ...anew(scope), dropped: scope.dropped })
    reloads.push({ scope: id, at: now, why: 'epoch' })
  }
  offerAgain(change, answer.lastDeviceSeq + 1, { formerly: true })
  return true
}

/** Whether a page continues what the phone has; prepares a scope that begins anew. */
function takesUp(
  change: Change,
  page: ScopePage,
  asked: Asked,
  newEpoch: boolean,
  reloads: Reload[],
): boolean {
  const held = change.scope(page.id)
  const from = asked.cursors[page.id]
  if (!held) {
    change.setScope(page.id, fresh(page))
    return from === undefined || from === 0 || page.reset === true
  }
  if (held.dropped && from === undefined) {
    change.setScope(page.id, anew(held))
    return true
  }
  if (newEpoch) return page.reset === true || (from ?? 0) === 0
  if (page.reset && held.cursor !== 0) {
    change.setScope(page.id, anew(held))
    reloads.push({ scope: page.id, at: asked.now, why: 'server' })
    return true
  }
  return (from ?? 0) === held.cursor
}

function applyItem(change: Change, scope: string, item: Item): void {
  const key = recordKey(item.type, item.id)
  const before = change.record(key)
  if (item.op === 'R') {
    if (before) release(change, key, before, scope)
    return
  }
  const { gen } = change.scope(scope) as HeldScope
  const holding = before?.scopes[scope]
  // What an earlier loading brought does not count against this one, whatever its version was.
  const newer = !before || item.v >= before.v || (holding !== undefined && holding.gen < gen)
  change.records.set(key, {
    type: item.type,
    id: item.id,
    v: newer ? item.v : before.v,
    data: newer ? item.data : before.data,
    scopes: { ...before?.scopes, [scope]: { seq: item.seq, v: item.v, gen } },
  })
}

/** A record is erased when no scope holds it any more, so that it may leave one and enter another in any order. */
function release(change: Change, key: string, record: HeldRecord, scope: string): void {
  const others = without(record.scopes, scope)
  const left = Object.keys(others).length > 0
  change.records.set(key, left ? { ...record, scopes: others } : undefined)
}

/** The last page of a scope: what this loading did not bring is gone, and both sides must come to the same digest. */
async function complete(change: Change, page: ScopePage, asked: Asked, reloads: Reload[]): Promise<void> {
  const scope = change.scope(page.id) as HeldScope
  const versions: [string, number][] = []
  for (const [key, record] of [...change.allRecords()]) {
    const holding = record.scopes[page.id]
    if (!holding) continue
    if (holding.gen === scope.gen) versions.push([record.id, holding.v])
    else release(change, key, record, page.id)
  }
  change.setScope(page.id, { ...scope, loading: false })
  if (!page.digest) return
  const own = await digestOf(versions, asked.mark)
  if (own.count === page.digest.count && own.xor === page.digest.xor) return
  const lately = scope.disagreedAt !== undefined && asked.now - scope.disagreedAt < DISAGREE_AGAIN_MS
  reloads.push({ scope: page.id, at: asked.now, why: 'digest' })
  if (!lately) change.setScope(page.id, { ...anew(scope), disagreedAt: asked.now })
}

/**
 * Erases scopes that were taken from this person, once every change made for them is answered: their records, the content
 * of those changes, and drafts. What was refused or only recorded stays in the list without its content.
 */
export function eraseDropped(change: Change): void {
  for (const [id, scope] of Object.entries(change.now().scopes)) {
    if (!scope.dropped) continue
    const entries = change.allEntries()
    if (entries.some((entry) => entry.mutation.scope === id && !entry.result)) continue
    const gone = new Set<string>()
    for (const [key, record] of [...change.allRecords()]) {
      if (!record.scopes[id]) continue
      release(change, key, record, id)
      if (!change.record(key)) gone.add(record.id)
    }
    for (const entry of entries) {
      if (entry.result && (entry.mutation.scope === id || gone.has(entry.mutation.entity))) {
        change.entries.set(entry.mutation.id, withoutContent(entry))
      }
    }
    for (const [key, draft] of change.before.drafts) if (draft.scope === id) change.drafts.set(key, undefined)
    change.setScope(id, undefined)
  }
}

function withoutContent(entry: Entry): Entry {
  const mutation = without(entry.mutation, 'patch', 'values', 'arguments', 'evidence')
  return { ...entry, mutation, settled: true, erased: true }
}
