import type { Answer, Evidence, Mode, Values } from './types'

/** One record of a page: as it is now (`P`), or gone from this scope (`R`). */
export interface Item {
  seq: number
  type: string
  id: string
  op: 'P' | 'R'
  v: number
  data?: Values
}

/** One scope's part of a pull. */
export interface ScopePage {
  id: string
  kind: string
  mode: Mode
  names?: { zh: string; en: string }
  items: Item[]
  next: number
  more: boolean
  head: number
  /** Count, and XOR of the first 52 bits of SHA-256(id|v) in decimal; only with the last page. */
  digest?: { count: number; xor: string }
  /** The items are read from the beginning: what the phone had of the scope counts no more. */
  reset?: boolean
}

export interface PullRequest {
  device: string
  appSchema: number
  epoch: string
  scopes: Record<string, number>
  /** Scopes that are being read from their beginning: of them the phone needs no tombstone it has missed. */
  loading: string[]
  limit: number
  clientTime: string
  /** How many changes wait on the phone, for the office's list of devices. */
  unsent: number
}

/** What every answer about a device may say. */
export interface DeviceAnswer {
  serverTime: string
  wipe?: boolean
}

export interface PullAnswer extends DeviceAnswer {
  epoch: string
  scopes: ScopePage[]
  dropped: string[]
  lastDeviceSeq: number
  minAppSchema: number
}

/** A change as it goes over the line. */
export interface Mutation {
  id: string
  seq: number
  type: string
  entity: string
  op: 'create' | 'patch' | 'command'
  scope: string
  baseVersion: number
  patch?: Record<string, { base: unknown; new: unknown }>
  values?: Values
  command?: string
  arguments?: Values
  attachments?: { id: string; sha256: string }[]
  occurredAt: string
  clockOffset: number
  evidence?: Evidence
}

export interface PushRequest {
  device: string
  appSchema: number
  mutations: Mutation[]
  unsent: number
  clientTime: string
}

export interface Result {
  id: string
  seq: number
  outcome: Answer
  code?: string
  field?: string
  text?: string
  conflict?: string
}

export interface PushAnswer extends DeviceAnswer {
  results: Result[]
  lastDeviceSeq: number
}

export interface Registration extends DeviceAnswer {
  device: string
  token?: string
  epoch: string
  leaseHours: number
  minAppSchema: number
  lastDeviceSeq?: number
}

export interface PhotoStanding {
  id: string
  state: 'expected' | 'received' | 'bound' | 'refused'
  bytes: number
  code?: string
}

/** The server, as the engine talks to it. Every call fails with {@link TransportFailure} and nothing else. */
export interface Transport {
  recoveryKey(): Promise<{ publicKey: string }>
  register(form: {
    id: string
    name: string
    platform: string
    appSchema: number
    recoveryKey: string
  }): Promise<Registration>
  /** The key of the database, for somebody who has just signed in. */
  recover(device: string, token: string): Promise<{ key: string }>
  deviceState(device: string, token: string): Promise<DeviceAnswer & { revoked?: boolean }>
  reportWiped(device: string, token: string): Promise<void>
  pull(request: PullRequest): Promise<PullAnswer>
  push(request: PushRequest): Promise<PushAnswer>
  photos(ids: readonly string[]): Promise<PhotoStanding[]>
  /** Bytes the server has of an upload; undefined when it does not know it. */
  uploadOffset(photo: string): Promise<number | undefined>
  startUpload(photo: string, bytes: number, device: string): Promise<number>
  /** Sends what follows `offset`; answers how many bytes the server has now. */
  continueUpload(photo: string, offset: number, part: Uint8Array<ArrayBuffer>): Promise<number>
  /** Calls back for every scope in which something changed; `undefined`: the line was (re)opened, anything may have. */
  hints(device: string, onHint: (scope: string | undefined) => void): () => void
}

export type TransportTrouble =
  /** Not reached, or cut before the answer was whole. */
  | 'offline'
  /** 429 or 503. */
  | 'busy'
  /** 5xx. */
  | 'server'
  /** 401: no session. */
  | 'signed-out'
  /** 4xx: `reason` says why. */
  | 'refused'

export class TransportFailure extends Error {
  readonly trouble: TransportTrouble
  readonly status: number
  readonly reason: string
  /** The server's words, in the user's language. */
  readonly title: string
  /** Milliseconds the server wants to be left alone. */
  readonly retryAfter: number | undefined
  /** The number the server expected: a device's next seq (`sync.expected`), a photo's offset (409). */
  readonly expected: number | undefined

  constructor(
    trouble: TransportTrouble,
    facts: { status?: number; reason?: string; title?: string; retryAfter?: number; expected?: number } = {},
  ) {
    super(facts.reason ?? trouble)
    this.name = 'TransportFailure'
    this.trouble = trouble
    this.status = facts.status ?? 0
    this.reason = facts.reason ?? ''
    this.title = facts.title ?? ''
    this.retryAfter = facts.retryAfter
    this.expected = facts.expected
  }
}
