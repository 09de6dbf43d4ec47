import {
  FILES,
  StoreFailure,
  type Contents,
  type DoorRow,
  type ItemRow,
  type RecordRow,
  type Store,
  type Stores,
  type StoreTrouble,
  type Write,
} from './store'

const DOORS = 'linli-doors'
const REVISION = '!revision'

const nameOf = (account: string) => `linli-work-${account}`

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
  })
}

function troubleOf(failure: unknown): StoreTrouble {
  const name = failure instanceof DOMException || failure instanceof Error ? failure.name : ''
  if (name === 'QuotaExceededError') return 'full'
  if (name === 'InvalidStateError' || name === 'UnknownError' || name === 'AbortError') return 'lost'
  return 'refused'
}

function failureOf(failure: unknown): StoreFailure {
  return failure instanceof StoreFailure ? failure : new StoreFailure(troubleOf(failure), failure)
}

/** A database that is opened again when the browser loses its connection (iOS does so when a page wakes up). */
class Connection {
  readonly #factory: IDBFactory
  readonly #name: string
  readonly #tables: readonly string[]
  #database: Promise<IDBDatabase> | undefined
  #closed = false

  constructor(factory: IDBFactory, name: string, tables: readonly string[]) {
    this.#factory = factory
    this.#name = name
    this.#tables = tables
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= new Promise((resolve, reject) => {
      const request = this.#factory.open(this.#name, 1)
      request.onupgradeneeded = () => {
        for (const table of this.#tables) request.result.createObjectStore(table, { keyPath: 'key' })
      }
      request.onsuccess = () => {
        const database = request.result
        database.onclose = () => (this.#database = undefined)
        database.onversionchange = () => this.close()
        resolve(database)
      }
      request.onerror = () => reject(request.error)
    })
    return this.#database
  }

  /** `run` may wait for nothing but requests of this transaction: anything else would end it. */
  async within<T>(mode: IDBTransactionMode, run: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    for (let again = true; ; again = false) {
      if (this.#closed) throw new StoreFailure('lost')
      try {
        const database = await this.#open()
        const transaction = database.transaction([...this.#tables], mode, { durability: 'strict' })
        const finished = done(transaction)
        try {
          const value = await run(transaction)
          await finished
          return value
        } catch (failure) {
          finished.catch(() => undefined)
          if (failure instanceof StoreFailure) transaction.abort()
          throw failure
        }
      } catch (failure) {
        const told = failureOf(failure)
        if (told.trouble !== 'lost' || !again) throw told
        this.#database = undefined
      }
    }
  }

  close(): void {
    this.#closed = true
    void this.#database?.then(
      (database) => database.close(),
      () => undefined,
    )
    this.#database = undefined
  }
}

class IndexedStore implements Store {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  load(): Promise<Contents> {
    return this.#connection.within('readonly', async (transaction) => {
      const items = transaction.objectStore('items')
      const [records, own] = await Promise.all([
        asked(transaction.objectStore('records').getAll() as IDBRequest<RecordRow[]>),
        asked(items.getAll(this.#belowFiles()) as IDBRequest<ItemRow[]>),
      ])
      const revision = own.find((row) => row.key === REVISION) as { n?: number } | undefined
      return { revision: revision?.n ?? 0, records, items: own.filter((row) => row.key !== REVISION) }
    })
  }

  #belowFiles(): IDBKeyRange {
    return IDBKeyRange.upperBound(FILES, true)
  }

  records(keys: readonly string[]): Promise<(RecordRow | undefined)[]> {
    return this.#read('records', keys)
  }

  items(keys: readonly string[]): Promise<(ItemRow | undefined)[]> {
    return this.#read('items', keys)
  }

  #read<T>(table: string, keys: readonly string[]): Promise<(T | undefined)[]> {
    return this.#connection.within('readonly', (transaction) => {
      const rows = transaction.objectStore(table)
      return Promise.all(keys.map((key) => asked(rows.get(key) as IDBRequest<T | undefined>)))
    })
  }

  commit(revision: number, write: Write): Promise<number> {
    return this.#connection.within('readwrite', async (transaction) => {
      const records = transaction.objectStore('records')
      const items = transaction.objectStore('items')
      const found = await asked(items.get(REVISION) as IDBRequest<{ n: number } | undefined>)
      if ((found?.n ?? 0) !== revision) throw new StoreFailure('stale')
      for (const key of write.recordsGone) records.delete(key)
      for (const key of write.itemsGone) items.delete(key)
      for (const row of write.records) records.put(row)
      for (const row of write.items) items.put(row)
      items.put({ key: REVISION, n: revision + 1 })
      return revision + 1
    })
  }

  close(): void {
    this.#connection.close()
  }
}

/** The browser's own database; a database a person (two tables of sealed rows), and one that says who works here. */
export function indexedStores(factory: IDBFactory = indexedDB): Stores {
  const doors = new Connection(factory, DOORS, ['doors'])

  async function probe(): Promise<boolean> {
    const key = '!probe'
    try {
      await doors.within('readwrite', async (transaction) => {
        const rows = transaction.objectStore('doors')
        rows.put({ key, bytes: new Uint8Array(64 * 1024) })
        if (!(await asked(rows.get(key)))) throw new StoreFailure('refused')
        rows.delete(key)
      })
      return true
    } catch {
      return false
    }
  }

  return {
    probe,
    doors: () =>
      doors.within('readonly', async (transaction) => {
        const rows = await asked(
          transaction.objectStore('doors').getAll() as IDBRequest<{ door?: DoorRow }[]>,
        )
        return rows.flatMap((row) => (row.door ? [row.door] : []))
      }),
    saveDoor: (door) =>
      doors.within('readwrite', async (transaction) => {
        transaction.objectStore('doors').put({ key: door.account, door })
      }),
    removeDoor: (account) =>
      doors.within('readwrite', async (transaction) => {
        transaction.objectStore('doors').delete(account)
      }),
    open: async (account) => new IndexedStore(new Connection(factory, nameOf(account), ['records', 'items'])),
    destroy: (account) =>
      new Promise((resolve, reject) => {
        const request = factory.deleteDatabase(nameOf(account))
        request.onsuccess = () => resolve()
        request.onerror = () => reject(failureOf(request.error))
      }),
  }
}
