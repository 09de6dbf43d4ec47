import type { Bytes, Sealed, Wrap } from './cipher'

/** Through which scope a record is held: the scope's seq and version of it, and in which loading of the scope it came. */
export interface Holding {
  seq: number
  v: number
  gen: number
}

/** A record as it lies in the database: nothing in it can be read but opaque ids. */
export interface RecordRow extends Sealed {
  key: string
  type: string
  id: string
  v: number
  scopes: Record<string, Holding>
}

/** Everything that is not a record: own changes, photos and their bytes, drafts, the state of the talk. */
export interface ItemRow extends Sealed {
  key: string
}

/** What one transaction writes: all of it or nothing. */
export interface Write {
  records: RecordRow[]
  recordsGone: string[]
  items: ItemRow[]
  itemsGone: string[]
}

export interface Contents {
  revision: number
  records: RecordRow[]
  /** Without the bytes of files, whose keys start with {@link FILES}. */
  items: ItemRow[]
}

/** Keys of the bytes of files: they sort behind all others and are read one by one. */
export const FILES = '~'

export type StoreTrouble =
  /** Another tab has written since: read again, then try again. */
  | 'stale'
  /** No room. */
  | 'full'
  /** The browser closed or lost the database. */
  | 'lost'
  | 'refused'

export class StoreFailure extends Error {
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(trouble, { cause })
    this.name = 'StoreFailure'
    this.trouble = trouble
  }
}

/** One person's database on this phone. */
export interface Store {
  load(): Promise<Contents>
  records(keys: readonly string[]): Promise<(RecordRow | undefined)[]>
  items(keys: readonly string[]): Promise<(ItemRow | undefined)[]>
  /**
   * Writes in one transaction, if nobody wrote since `revision`; answers the new revision.
   *
   * @throws StoreFailure and nothing has been written
   */
  commit(revision: number, write: Write): Promise<number>
  close(): void
}

/** What is known of a person before the password: how to open the database, and the phone's registration. */
export interface DoorRow {
  account: string
  login: string
  name: string
  /** Gone: the database can never be opened again and is being erased. */
  wrap: Wrap | undefined
  device: string
  token: string | undefined
  /** By the phone's clock. */
  lastContact: number
  /** The latest time the phone's clock ever showed: a clock set back does not prolong a lease. */
  latestSeen: number
  leaseHours: number
  clockOffset: number
  /** The key under the district's public key, as the server is given it. */
  recovery: string | undefined
}

/** All databases of this phone (本机存储). A native shell may take the place of the browser's. */
export interface Stores {
  /** Writes, reads and removes something; false when the browser keeps nothing. */
  probe(): Promise<boolean>
  doors(): Promise<DoorRow[]>
  saveDoor(row: DoorRow): Promise<void>
  removeDoor(account: string): Promise<void>
  open(account: string): Promise<Store>
  destroy(account: string): Promise<void>
}

export type { Bytes }
