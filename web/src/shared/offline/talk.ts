import { pauseAfter } from './backoff'
import type { Clock, ServerTime } from './clock'
import type { Entry, HeldScope } from './contents'
import type { Mark } from './digest'
import { uuid7, type Chance } from './ids'
import {
  forgetOld,
  nextBatch,
  number,
  offerAgain,
  refuseHere,
  settle,
  shows,
  takeResults,
  unanswered,
} from './outbox'
import { anew, applyPull, eraseDropped, type Reload } from './pages'
import type { KeptPhotos } from './photos'
import type { Platform } from './platform'
import { StoreFailure } from './store'
import { TransportFailure, type DeviceAnswer, type PullAnswer, type Transport } from './transport'
import type { Halt, Stop, SyncStatus } from './types'
import { Locked, type Vault } from './vault'

const PAGE = 500
const START_WITHIN_MS = 120_000
const AGAIN_AFTER_MS = 300_000
const SOON_MS = 1_500
const HINT_WITHIN_MS = 800
const WAKE_WITHIN_MS = 5_000
/** Answers that say the message itself is wrong; nothing of it will ever be taken. */
const UNSENDABLE = new Set([400, 413, 422])
/** The server knows another phone of this id, or none. */
const STRANGE = new Set(['sync.forked', 'sync.unknown-device'])
const MOST_STEPS = 10_000

export interface TalkParts {
  account: string
  vault: Vault
  photos: KeptPhotos
  transport: Transport
  platform: Platform
  clock: Clock
  chance: Chance
  time: ServerTime
  mark: Mark
  appSchema: number
  deviceName: string
  recovery: () => string
  /** Every answer of the server: what it says of the time, and whether this phone is to be erased. */
  heard: (answer: DeviceAnswer) => Promise<void>
  /** After this the talk is over. */
  wipe: () => Promise<void>
  registered: () => Promise<void>
}

class Wiped extends Error {}

type Scopes = Readonly<Record<string, HeldScope>>

const isWhole = (answer: PullAnswer, scopes: Scopes) =>
  answer.scopes.every((page) => !page.more) &&
  Object.values(scopes).every((scope) => scope.dropped || !scope.loading)

const movedOn = (before: Scopes, after: Scopes) =>
  Object.entries(after).some(([id, scope]) => {
    const earlier = before[id]
    return earlier?.cursor !== scope.cursor || earlier.gen !== scope.gen
  })

/** The talk with the server (同步会话): push, then pull, then photos; pauses, hints, and what the server may say in between. */
export class Talk {
  readonly #parts: TalkParts
  readonly sending = new Set<string>()
  activity: SyncStatus['activity'] = 'idle'
  failure: SyncStatus['failure']
  halt: Halt | undefined
  nextTryAt: number | undefined
  readonly reloaded: Reload[] = []
  #failures = 0
  #ended = false
  #running: Promise<void> | undefined
  #again = false
  /** Once a round: a server that takes no registration for good is not given one after the other. */
  #registeredAnew = false
  #cancelTimer: Stop = () => {}
  #stopHints: Stop = () => {}
  readonly #stops: Stop[] = []

  constructor(parts: TalkParts) {
    this.#parts = parts
  }

  /** Begins with a pause of up to two minutes, so that a district's phones do not begin together; a first load begins now. */
  start(): void {
    const { platform, vault, chance } = this.#parts
    const { scopes } = vault.contents.state
    const first = Object.keys(scopes).length === 0
    this.#plan(first ? 0 : chance.next() * START_WITHIN_MS)
    this.#listen()
    this.#stops.push(
      platform.onWake(() => {
        if (this.failure === 'offline') this.#failures = 0
        this.soon(chance.next() * WAKE_WITHIN_MS)
      }),
    )
  }

  /** Hears of changes while the line is up; the server ends this with the session. */
  #listen(): void {
    const { transport, vault, chance } = this.#parts
    this.#stopHints()
    this.#stopHints = transport.hints(vault.contents.state.device, (scope) => {
      if (scope !== undefined) this.soon(chance.next() * HINT_WITHIN_MS)
    })
  }

  end(): void {
    this.#ended = true
    this.#cancelTimer()
    this.#stopHints()
    for (const stop of this.#stops) stop()
  }

  /** A round soon, unless one is planned sooner or the server asked for a pause. */
  soon(within = SOON_MS): void {
    if (this.#failures > 0 || this.halt === 'revoked') return
    const { clock } = this.#parts
    if (this.#running) this.#again = true
    else if (this.nextTryAt === undefined || this.nextTryAt > clock.now() + within) this.#plan(within)
  }

  /** A round now; one that is under way is followed by another. */
  async now(): Promise<void> {
    if (this.halt === 'signed-out') this.#listen()
    this.halt = undefined
    if (this.#running) await this.#running
    await this.#run()
  }

  #plan(delay: number): void {
    if (this.#ended) return
    const { clock, vault } = this.#parts
    this.#cancelTimer()
    this.nextTryAt = clock.now() + delay
    this.#cancelTimer = clock.after(delay, () => void this.#run())
    vault.touch('status')
  }

  #run(): Promise<void> {
    this.#running ??= this.#round().finally(() => (this.#running = undefined))
    return this.#running
  }

  async #round(): Promise<void> {
    if (this.#ended) return
    const { platform, account, chance, vault } = this.#parts
    this.#cancelTimer()
    this.nextTryAt = undefined
    this.#again = false
    this.#registeredAnew = false
    let pause = AGAIN_AFTER_MS * (0.8 + 0.4 * chance.next())
    try {
      await platform.locks.tryHold(`linli-talk-${account}`, async () => {
        await this.#push()
        await this.#pull()
        await this.#upload()
      })
      this.failure = undefined
      this.#failures = 0
      if (this.#again) pause = SOON_MS
    } catch (failure) {
      if (failure instanceof Wiped || failure instanceof Locked || this.#ended) return
      pause = this.#met(failure)
    } finally {
      this.activity = 'idle'
      this.sending.clear()
      if (!vault.locked) vault.touch('status', 'outbox')
    }
    if (this.halt !== 'revoked') this.#plan(pause)
  }

  /** What a failure means, and how long to wait. */
  #met(failure: unknown): number {
    const { chance } = this.#parts
    this.#failures++
    if (failure instanceof TransportFailure) {
      const { trouble, status, reason } = failure
      if (reason === 'sync.device-revoked') this.halt = 'revoked'
      // 403: the cookies went with the browser's session, or the posting ended; a sign-in tells.
      else if (trouble === 'signed-out' || status === 403) this.halt = 'signed-out'
      this.failure = trouble === 'refused' || trouble === 'signed-out' ? 'server' : trouble
      if (this.halt) this.failure = undefined
      return pauseAfter(this.#failures, chance, failure.retryAfter)
    }
    this.failure = failure instanceof StoreFailure && failure.trouble === 'full' ? 'storage' : 'program'
    return pauseAfter(this.#failures, chance)
  }

  #doing(activity: SyncStatus['activity']): void {
    if (this.#ended) throw new Locked()
    this.activity = activity
    this.#parts.vault.touch('status')
  }

  async #heard<T extends DeviceAnswer>(asked: () => Promise<T>): Promise<T> {
    const { clock, time, heard, wipe } = this.#parts
    const sentAt = clock.steady()
    const answer = await asked()
    time.learn(answer.serverTime, sentAt)
    if (answer.wipe) {
      this.#ended = true
      await wipe()
      throw new Wiped()
    }
    await heard(answer)
    return answer
  }

  /** Sends what waits, batch by batch, until nothing does. */
  async #push(): Promise<void> {
    const { vault, transport, appSchema, clock } = this.#parts
    let most: number | undefined
    for (let step = 0; step < MOST_STEPS; step++) {
      const batch = nextBatch(vault.contents, most)
      const [first] = batch
      if (!first) return
      this.#doing('pushing')
      this.#mark(batch)
      const { device } = vault.contents.state
      const mutations = batch.map((entry) => entry.mutation)
      try {
        const unsent = unanswered(vault.contents).length
        const clientTime = new Date(clock.now()).toISOString()
        const request = { device, appSchema, mutations, unsent, clientTime }
        const answer = await this.#heard(() => transport.push(request))
        const taken = await vault.transact((change) => {
          const count = takeResults(change, answer.results, clock.now())
          eraseDropped(change)
          return count
        })
        // A server that answers nothing of what it was sent is not asked again at once.
        if (taken === 0) throw new TransportFailure('server')
      } catch (failure) {
        most = await this.#pushRefused(failure, batch)
      }
    }
  }

  #mark(batch: readonly Entry[]): void {
    this.sending.clear()
    for (const entry of batch) this.sending.add(entry.mutation.id)
    this.#parts.vault.touch('outbox')
  }

  /** Answers how many changes the next message may have. */
  async #pushRefused(failure: unknown, batch: readonly Entry[]): Promise<number | undefined> {
    const { vault, clock } = this.#parts
    if (!(failure instanceof TransportFailure) || failure.trouble !== 'refused') throw failure
    const { reason, status, expected, title } = failure
    const [first] = batch
    if (reason === 'sync.expected' && expected !== undefined) {
      if (first?.mutation.seq === expected) throw new TransportFailure('server')
      await vault.transact((change) => offerAgain(change, expected))
      return undefined
    }
    if (STRANGE.has(reason)) {
      await this.#registerAnew()
      return undefined
    }
    if (!first || !UNSENDABLE.has(status)) throw failure
    if (batch.length > 1) return Math.floor(batch.length / 2)
    const facts = { code: reason, text: title, now: clock.now() }
    await vault.transact((change) => refuseHere(change, first.mutation.id, facts))
    return undefined
  }

  /** A cloned or restored phone, or one the server has forgotten: what is not answered goes out under a registration of its own. */
  async #registerAnew(): Promise<void> {
    const { vault, transport, appSchema, deviceName, platform, recovery, registered, clock, chance } =
      this.#parts
    if (this.#registeredAnew) throw new TransportFailure('server')
    this.#registeredAnew = true
    const form = {
      id: uuid7(clock.now(), chance),
      name: deviceName,
      platform: platform.name,
      appSchema,
      recoveryKey: recovery(),
    }
    const answer = await this.#heard(() => transport.register(form))
    await vault.transact((change) => {
      const open = change.allEntries().filter((entry) => !entry.result)
      change.state = { ...change.now(), device: answer.device, token: answer.token ?? change.now().token }
      number(change, open, (answer.lastDeviceSeq ?? 0) + 1, answer.device)
    })
    await registered()
  }

  /** Reads page after page until every scope is whole; only then are answered changes taken off the outbox. */
  async #pull(): Promise<void> {
    const { vault, clock } = this.#parts
    this.#doing('pulling')
    await this.#upgrade()
    const answered = new Set<string>()
    for (const entry of vault.contents.entries.values()) {
      if (entry.result && shows(entry)) answered.add(entry.mutation.id)
    }
    let covered = Number.POSITIVE_INFINITY
    let reloadings = 0
    for (let step = 0; step < MOST_STEPS; step++) {
      const before = vault.contents.state.scopes
      const cursors = this.#cursors()
      const answer = await this.#ask(cursors)
      if (!answer) return
      covered = Math.min(covered, answer.lastDeviceSeq)
      const { whole, reloads } = await vault.transact(async (change) => {
        const reloads = await applyPull(change, answer, { cursors, now: clock.now(), mark: this.#parts.mark })
        const whole = isWhole(answer, change.now().scopes)
        if (whole) {
          settle(change, covered, answered)
          forgetOld(change, clock.now())
        }
        return { whole, reloads }
      })
      this.reloaded.push(...reloads)
      reloadings += reloads.length
      // Each scope may begin anew once for its epoch and once for its digest; more is a server that does not find its way.
      if (reloadings > 2 * Object.keys(cursors).length + 2) throw new TransportFailure('server')
      if (unanswered(vault.contents).length > 0) this.#again = true
      if (whole) return
      // A server that neither goes on nor says that it is done is asked again later.
      if (!movedOn(before, vault.contents.state.scopes)) throw new TransportFailure('server')
      this.#doing('pulling')
    }
  }

  /** A newer app may be sent what the older one was not: everything is read once more. */
  async #upgrade(): Promise<void> {
    const { vault, appSchema, clock } = this.#parts
    if (vault.contents.state.appSchema === appSchema) return
    const scopes = await vault.transact((change) => {
      const { appSchema: before, scopes } = change.now()
      if (before < appSchema)
        for (const [id, scope] of Object.entries(scopes)) change.setScope(id, anew(scope))
      change.state = { ...change.now(), appSchema }
      return before < appSchema ? Object.keys(scopes) : []
    })
    for (const scope of scopes) this.reloaded.push({ scope, at: clock.now(), why: 'upgrade' })
  }

  #cursors(): Record<string, number> {
    const held = Object.entries(this.#parts.vault.contents.state.scopes).filter(([, scope]) => !scope.dropped)
    return Object.fromEntries(held.map(([id, scope]) => [id, scope.cursor]))
  }

  async #ask(cursors: Record<string, number>): Promise<PullAnswer | undefined> {
    const { vault, transport, appSchema, clock } = this.#parts
    const { device, epoch, scopes } = vault.contents.state
    const request = {
      device,
      appSchema,
      epoch,
      scopes: cursors,
      loading: Object.keys(cursors).filter((id) => scopes[id]?.loading),
      limit: PAGE,
      clientTime: new Date(clock.now()).toISOString(),
      unsent: unanswered(vault.contents).length,
    }
    try {
      const answer = await this.#heard(() => transport.pull(request))
      this.halt = undefined
      return answer
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure
      if (STRANGE.has(failure.reason)) {
        await this.#registerAnew()
        return this.#ask(cursors)
      }
      if (failure.reason !== 'sync.update-needed') throw failure
      this.halt = 'update-needed'
      return undefined
    }
  }

  async #upload(): Promise<void> {
    const { photos, transport, vault, platform } = this.#parts
    if (!(vault.contents.state.wifiOnly && platform.metered())) {
      for (const id of photos.due()) {
        this.#doing('uploading')
        await photos.upload(id, transport)
        // Words go before pictures.
        if (unanswered(vault.contents).length > 0) this.#again = true
        if (this.#again) break
      }
    }
    await photos.confirm(transport)
  }
}
