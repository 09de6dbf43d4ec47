/** Time and timers, injected so that a test owns both. */
export interface Clock {
  /** Milliseconds since 1970 by the phone's own clock, which its user may set. */
  now(): number
  /** Milliseconds that only grow; they start anew with the page. */
  steady(): number
  /** Runs once after so many milliseconds; returns what prevents it. */
  after(milliseconds: number, run: () => void): () => void
}

export const pageClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

const WRONG_BEYOND_MS = 600_000

/** The server's time as this phone knows it: an offset learned from answers, and the steady clock against a clock set meanwhile. */
export class ServerTime {
  /** Server's time minus the phone's, in milliseconds. */
  offset = 0
  readonly #clock: Clock
  #wall: number
  #steady: number

  constructor(clock: Clock, offset = 0) {
    this.#clock = clock
    this.offset = offset
    this.#wall = clock.now()
    this.#steady = clock.steady()
  }

  /** Learns from an answer that took from `sentAt` (steady) until now. */
  learn(serverTime: string, sentAt: number): void {
    const server = Date.parse(serverTime)
    if (Number.isNaN(server)) return
    const onTheWay = (this.#clock.steady() - sentAt) / 2
    this.#wall = this.#clock.now()
    this.#steady = this.#clock.steady()
    this.offset = Math.round(server + onTheWay - this.#wall)
  }

  /** What must be added to a time that the phone's clock says now, also when the clock was set since the last answer. */
  offsetNow(): number {
    const expected = this.#wall + (this.#clock.steady() - this.#steady)
    const moved = this.#clock.now() - expected
    // A suspended page's steady clock stands still in some browsers: a clock that is only ahead was not set.
    return moved < -1000 ? Math.round(this.offset - moved) : this.offset
  }

  get wrong(): boolean {
    return Math.abs(this.offsetNow()) > WRONG_BEYOND_MS
  }
}
