/**
 * What the field app sees of the offline engine. Nothing here throws for a reason a worker can meet: such reasons are
 * values ({@link Refusal}). Times are milliseconds since 1970 by this phone's clock unless said otherwise; ids are UUIDs.
 */

/** The content of a record: fields as the server names them; fields unknown to this version are kept as they came. */
export type Values = Readonly<Record<string, unknown>>

/** Ends a subscription. */
export type Stop = () => void

/** Why something was not done. The app has a text for every kind. */
export type Refusal =
  /** The password opens nothing on this phone. */
  | { kind: 'wrong-password' }
  /** Nobody of that name has worked on this phone: the first sign-in needs the network. */
  | { kind: 'unknown-user' }
  /** The server was not heard from for `hours`; a sign-in with the network opens the phone again. */
  | { kind: 'lease-expired'; lastContact: number; hours: number }
  /** The office took this phone off; everything of this person on it has been erased. */
  | { kind: 'wiped' }
  /** The browser keeps nothing (private window, full disk, refused by the user). */
  | { kind: 'storage-refused' }
  /** The key must be fetched or the phone registered, and the server was not reached. */
  | { kind: 'needs-network' }
  /** The server will not have this phone or this person (`reason` and `text` are the server's own). */
  | { kind: 'server-refused'; reason: string; text: string }
  /** The database is locked: unlock first. */
  | { kind: 'locked' }
  /** No new work: unsent work is older than 72 hours, or less than 50 MB are free. */
  | { kind: 'blocked'; why: Block }
  /** This person may only read here, or works here no longer. */
  | { kind: 'read-only'; scope: string }
  /** No held scope fits, or several do: name one. */
  | { kind: 'scope-needed' }
  /** The record is not on this phone. */
  | { kind: 'missing' }
  /** The new values are those of before. */
  | { kind: 'unchanged' }
  /** More than a message to the server can carry (256 KB). */
  | { kind: 'too-large'; bytes: number }
  /** The picture cannot be read. */
  | { kind: 'not-a-picture' }
  /** The photo belongs to a change already, or is no longer on this phone. */
  | { kind: 'photo-gone' }
  /** Unsent work would be lost; say so explicitly to do it all the same. */
  | { kind: 'unsent-work'; count: number }

export type RefusalKind = Refusal['kind']

/** Something done, or the reason why not. */
export type Outcome<T> = { done: true; value: T } | { done: false; refusal: Refusal }

/** Somebody who has a database on this phone. */
export interface KnownUser {
  account: string
  login: string
  name: string
  /** When the server was last heard from for this person. */
  lastContact: number
  /** From when on only a sign-in with the network opens the database. */
  leaseEndsAt: number
}

/** Where somebody stands who has the phone in hand. */
export type Door =
  /** {@link Phone.start} has not finished. */
  | { state: 'starting' }
  /** The browser keeps nothing: no offline work on this phone. */
  | { state: 'refused'; refusal: Refusal }
  /** Nobody works on this phone yet: sign in with the network, then {@link Phone.enroll}. */
  | { state: 'empty' }
  /** Databases are there and closed. `after: 'idle'`: 15 minutes without a touch. `after: 'wiped'`: a person was just erased. */
  | { state: 'locked'; users: readonly KnownUser[]; after?: 'idle' | 'user' | 'wiped' }
  | { state: 'open'; user: KnownUser }

/** Who has just signed in with the network, and the password just typed (it also wraps the key of the database). */
export interface Enrolment {
  account: string
  login: string
  name: string
  password: string
}

/** A phone with the databases of those who work on it, each under its own password. */
export interface Phone {
  readonly door: Door
  /** The open database; undefined while locked. */
  readonly work: Work | undefined
  /** Called after every change of {@link door}. */
  watch(listener: () => void): Stop
  /** Tests the storage, finishes an interrupted erasure, asks the server (if reached) whether this phone was taken off. */
  start(): Promise<Door>
  /**
   * After a sign-in with the network: opens this person's database, or makes it and registers the phone. After a password
   * reset the server hands the key back and the database is wrapped anew: unsent work is still there.
   */
  enroll(person: Enrolment): Promise<Outcome<Work>>
  /** Opens a database without the network. `user` is the account id or the login. */
  unlock(user: string, password: string): Promise<Outcome<Work>>
  /** Forgets the key and everything decrypted. Work goes on being kept, encrypted. */
  lock(): void
  /** Somebody touched the screen: the 15 minutes begin anew. */
  touch(): void
  /** Takes a person's database off this phone; refused with `unsent-work` unless `evenUnsent`. */
  remove(account: string, options?: { evenUnsent?: boolean }): Promise<Outcome<void>>
  /** Closes everything; for the end of the page and for tests. */
  close(): void
}

/** May this person change what lies in a scope, or only read it. */
export type Mode = 'rw' | 'ro'

/** A record as the screen shows it: the server's copy with this phone's own unsent changes laid over. */
export interface Held<V extends Values = Values> {
  type: string
  id: string
  values: V
  /** The server's copy alone; undefined for what was created here and is not yet back from the server. */
  server: V | undefined
  /** The version of the server's copy; 0 when there is none. */
  v: number
  /** The scopes through which it is held, most specific first (`grid:…` before `user:…` before `ref`). */
  scopes: readonly string[]
  /** `rw` when one of its scopes allows changes. */
  mode: Mode
  /** Fields whose shown value is not yet the server's. */
  pendingFields: readonly string[]
  /** Changes of this phone that are laid over, by mutation id, oldest first. */
  pending: readonly string[]
  /** Open conflicts about it (ids of `conflict` records). */
  conflicts: readonly string[]
}

/** What a subscription hears of: records of a type, or one of the engine's own lists. */
export type Topic = `type:${string}` | 'outbox' | 'photos' | 'status'

/** Where a change happened, WGS-84; `accuracy` in metres. */
export interface Evidence {
  lon: number
  lat: number
  accuracy: number
}

export interface ChangeOptions {
  /** The scope the change is sent for. Needed for a creation when several scopes are writable. */
  scope?: string
  /** Photos of {@link Photos.capture} that belong to the change. */
  photos?: readonly string[]
  /** When it happened, if not now. */
  occurredAt?: number
  evidence?: Evidence
  /** The draft it was made from, which goes in the same step: a tab killed in between leaves one of the two. */
  draft?: string
}

/** A change that is safely stored on the phone and will be sent. */
export interface Made {
  /** The mutation's id: find it in {@link Work.outbox}. */
  mutation: string
  /** The record's id; for a creation the new one. */
  entity: string
}

/** The server's final word about a change. */
export type Answer =
  'applied' | 'merged' | 'review' | 'duplicate_person' | 'refused' | 'out_of_scope_recorded'

/** A change of this phone on its way. It leaves the outbox once its answer is stored and a pull has brought its effect. */
export interface OutboxEntry {
  mutation: string
  seq: number
  type: string
  entity: string
  op: 'create' | 'patch' | 'command'
  command?: string
  scope: string
  /** What was changed, in fields; empty for kept entries of a scope that was taken from this person. */
  values: Values
  /** For a patch: what was there before. */
  base: Values
  photos: readonly string[]
  occurredAt: number
  /** `waiting`: not sent; `sending`: on the line just now; `answered`: see {@link answer}, its effect is still to come. */
  state: 'waiting' | 'sending' | 'answered'
  answer?: Answer
  answeredAt?: number
  /** The server's reason key such as `registry.unknown-code`, the field it speaks of, and its text. */
  code?: string
  field?: string
  text?: string
  /** The conflict opened by a change sent to review. */
  conflict?: string
}

/** A change that was refused, recorded only, a duplicate, or sent to review: it stays until the worker puts it away. */
export interface KeptEntry extends OutboxEntry {
  state: 'answered'
  answer: Answer
  answeredAt: number
}

/** `captured`: on the phone, belongs to no change yet. `verified`: the server has all bytes. `bound`: part of its record; the local copy goes. */
export type PhotoState = 'captured' | 'queued' | 'uploading' | 'verified' | 'bound' | 'refused'

export interface Photo {
  id: string
  state: PhotoState
  bytes: number
  /** How many bytes the server has. */
  offset: number
  width: number
  height: number
  takenAt: number
  /** The change it belongs to. */
  mutation?: string
  /** Why it was refused (the server's reason). */
  code?: string
}

export interface Photos {
  /** Shrinks a picture to 1600 px, encrypts it under a key of its own and keeps it. */
  capture(picture: Blob): Promise<Outcome<Photo>>
  list(): readonly Photo[]
  find(id: string): Photo | undefined
  /** The picture, decrypted; undefined when it is no longer (or never was) on this phone: ask the server for it. */
  open(id: string): Promise<Blob | undefined>
  /** Throws away a picture that belongs to no change yet, or one that was refused. */
  discard(id: string): Promise<Outcome<void>>
  /** Tries a refused picture again from its first byte. */
  retry(id: string): Promise<Outcome<void>>
}

export interface ScopeState {
  id: string
  /** `grid`, `ref`, `user`. */
  kind: string
  mode: Mode
  names?: { zh: string; en: string }
  /** First load or reload under way: lists may have holes. */
  loading: boolean
  /** Records of this scope on the phone. */
  held: number
  /** The work here was taken from this person; it is erased once the changes made for it are answered. */
  dropped: boolean
}

/** Why no new work is taken on. */
export type Block = 'unsent-too-long' | 'storage-low'

/** Why the phone does not talk to the server. */
export type Halt =
  /** This version is too old to be sent records; changes are still sent. */
  | 'update-needed'
  /** The session has ended: sign in, then {@link Work.syncNow}. */
  | 'signed-out'
  /** The office ended this phone's registration without erasing it. */
  | 'revoked'

export interface SyncStatus {
  activity: 'idle' | 'pushing' | 'pulling' | 'uploading'
  /** What the last attempt met; undefined when it went well. */
  failure?: 'offline' | 'busy' | 'server' | 'storage' | 'program'
  halt?: Halt
  /** When it will be tried again by itself. */
  nextTryAt?: number
  /** When the server last answered. */
  lastContact?: number
  leaseEndsAt: number
  unsent: { changes: number; photos: number; oldestAt?: number }
  /** Unsent work is older than 24 hours. */
  unsentTooOld: boolean
  block?: Block
  /** Server's time minus this phone's, in milliseconds; `clockWrong` beyond 10 minutes. */
  clockOffset: number
  clockWrong: boolean
  storage: { freeBytes?: number; persisted?: boolean }
  scopes: readonly ScopeState[]
  /** Scopes that were loaded anew because they did not agree with the server (since the database was opened). */
  reloaded: readonly { scope: string; at: number; why: 'digest' | 'epoch' | 'server' | 'upgrade' }[]
}

/** The open database of one worker. Reading is immediate: everything is decrypted in memory. */
export interface Work {
  readonly user: KnownUser
  readonly device: string

  /** Called, once for several changes at once, after something of these topics changed. */
  watch(topics: readonly Topic[], listener: () => void): Stop

  /** All records of a type, without those merged into others. The array is the same until something of the type changes. */
  list<V extends Values = Values>(type: string): readonly Held<V>[]
  /** One record; a merged person's id leads to the person it was merged into. */
  find<V extends Values = Values>(type: string, id: string | undefined): Held<V> | undefined

  create(type: string, values: Values, options?: ChangeOptions & { id?: string }): Promise<Outcome<Made>>
  /**
   * Changes fields. `seen` are all values the form was opened with, so that what the office changed meanwhile is noticed
   * as a conflict rather than overwritten; without it what the record shows now counts as seen.
   */
  patch(
    type: string,
    id: string,
    values: Values,
    options?: ChangeOptions & { seen?: Values },
  ): Promise<Outcome<Made>>
  command(
    type: string,
    id: string,
    command: string,
    args?: Values,
    options?: ChangeOptions,
  ): Promise<Outcome<Made>>

  /** Changes on their way, oldest first. */
  outbox(): readonly OutboxEntry[]
  /** Changes whose answer the worker should see, newest first. */
  kept(): readonly KeptEntry[]
  /** The worker has seen a kept entry. Its refused photos go with it. */
  putAway(mutation: string): Promise<Outcome<void>>

  readonly photos: Photos

  /** A half-filled form that must survive a killed tab; encrypted like everything else. */
  draft<T>(key: string): T | undefined
  /** With a `scope` the draft is erased when that scope is taken from this person. */
  keepDraft(key: string, draft: unknown, scope?: string): Promise<Outcome<void>>
  dropDraft(key: string): Promise<Outcome<void>>

  status(): SyncStatus
  /** Pushes, pulls and uploads now, without waiting for the pause to end. Resolves when that round is over. */
  syncNow(): Promise<void>
  /** Photos go out on Wi-Fi only, where the browser says on what line it is. */
  readonly wifiOnly: boolean
  setWifiOnly(wifiOnly: boolean): Promise<Outcome<void>>
}

/**
 * What a command does to the record on the screen until the server's copy shows it; by `type.command`, such as
 * `person.move-out`. A command that is not named shows as pending only.
 */
export type CommandEffects = Readonly<Record<string, (values: Values, args: Values) => Values>>

export type MergeUnits = Readonly<Record<string, readonly (readonly string[])[]>>

/** How the app's main gets its phone: `installPhone(openPhone({ appSchema: 1, deviceName, effects, units: MERGE_UNITS }))`. */
export interface PhoneOptions {
  /** The schema that this version of the app speaks; raise it when records get new fields that old phones must fetch. */
  appSchema: number
  /** What the phone calls itself in the office's list, such as `Redmi 12 · Chrome`. */
  deviceName: string
  effects?: CommandEffects
  /**
   * Fields that only make sense together, by type: a change of one is sent with what was seen of the others, so that the
   * server never joins two people's answers. Without an entry every field stands alone.
   */
  units?: MergeUnits
}
