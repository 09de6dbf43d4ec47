import {
  installPhone,
  type Door,
  type Held,
  type KeptEntry,
  type OutboxEntry,
  type Outcome,
  type Phone,
  type Photo,
  type Refusal,
  type SyncStatus,
  type Topic,
  type Values,
  type Work,
} from '@/shared/offline'

const NOW = Date.UTC(2026, 10, 29, 1, 0)
const HOUR = 3600_000

export const USER = {
  account: 'account-1',
  login: 'grid',
  name: '王娟',
  lastContact: NOW,
  leaseEndsAt: NOW + 72 * HOUR,
}

/** A record as the engine shows it; what is not said is settled and may be changed. */
export function held<V extends Values>(
  type: string,
  id: string,
  values: V,
  more: Partial<Held<V>> = {},
): Held<V> {
  return {
    type,
    id,
    values,
    server: values,
    v: 1,
    scopes: ['grid:150203001015001'],
    mode: 'rw',
    pendingFields: [],
    pending: [],
    conflicts: [],
    ...more,
  }
}

export const CALM: SyncStatus = {
  activity: 'idle',
  lastContact: NOW,
  leaseEndsAt: NOW + 72 * HOUR,
  unsent: { changes: 0, photos: 0 },
  unsentTooOld: false,
  clockOffset: 0,
  clockWrong: false,
  storage: { freeBytes: 2_000_000_000, persisted: true },
  scopes: [
    {
      id: 'grid:150203001015001',
      kind: 'grid',
      mode: 'rw',
      names: { zh: '第一网格', en: 'Cell 1' },
      loading: false,
      held: 3,
      dropped: false,
    },
  ],
  reloaded: [],
}

interface Kept {
  door?: Door
  records?: readonly Held[]
  outbox?: readonly OutboxEntry[]
  kept?: readonly KeptEntry[]
  photos?: readonly Photo[]
  status?: Partial<SyncStatus>
  /** What the next change is answered with, instead of being kept. */
  refusal?: Refusal
}

/** A phone of the test's own, behind the engine's face: what was asked of it is in `asked`. */
export function fakePhone(given: Kept = {}) {
  const state = { ...given }
  const asked: { act: string; with: unknown[] }[] = []
  const listeners = new Map<() => void, readonly Topic[]>()
  const doorListeners = new Set<() => void>()
  const drafts = new Map<string, unknown>()
  let door: Door = given.door ?? { state: 'open', user: USER }
  let made = 0

  function answer<T>(act: string, value: T, ...args: unknown[]): Promise<Outcome<T>> {
    asked.push({ act, with: args })
    return Promise.resolve(state.refusal ? { done: false, refusal: state.refusal } : { done: true, value })
  }
  const all = () => state.records ?? []
  const lists = new Map<string, readonly Held[]>()
  const listOf = (type: string) => {
    const before = lists.get(type)
    if (before) return before
    const list = all().filter((one) => one.type === type)
    lists.set(type, list)
    return list
  }
  const change = (act: string, ...args: unknown[]) =>
    answer(act, { mutation: `mutation-${++made}`, entity: `new-${made}` }, ...args)
  const photo = (): Photo => ({
    id: `photo-${++made}`,
    state: 'captured',
    bytes: 300_000,
    offset: 0,
    width: 1600,
    height: 1200,
    takenAt: NOW,
  })

  const work: Work = {
    user: USER,
    device: 'device-1',
    watch(topics, listener) {
      listeners.set(listener, topics)
      return () => listeners.delete(listener)
    },
    list: ((type: string) => listOf(type)) as Work['list'],
    find: ((type: string, id: string | undefined) =>
      listOf(type).find((one) => one.id === id)) as Work['find'],
    create: (...args) => change('create', ...args),
    patch: (...args) => change('patch', ...args),
    command: (...args) => change('command', ...args),
    outbox: () => state.outbox ?? [],
    kept: () => state.kept ?? [],
    putAway: (mutation) => answer('putAway', undefined, mutation),
    photos: {
      capture: (picture) => answer('capture', photo(), picture),
      list: () => state.photos ?? [],
      find: (id) => state.photos?.find((one) => one.id === id),
      open: () => Promise.resolve(new Blob(['picture'], { type: 'image/jpeg' })),
      discard: (id) => answer('discard', undefined, id),
      retry: (id) => answer('retry', undefined, id),
    },
    draft: <T>(key: string) => drafts.get(key) as T | undefined,
    keepDraft(key, draft) {
      drafts.set(key, draft)
      return Promise.resolve({ done: true, value: undefined })
    },
    dropDraft(key) {
      drafts.delete(key)
      return Promise.resolve({ done: true, value: undefined })
    },
    wifiOnly: false,
    setWifiOnly: (wifiOnly) => answer('setWifiOnly', undefined, wifiOnly),
    status: () => ({ ...CALM, ...state.status }),
    syncNow() {
      asked.push({ act: 'syncNow', with: [] })
      return Promise.resolve()
    },
  }

  function stand(next: Door): void {
    door = next
    for (const listener of doorListeners) listener()
  }
  const opened = async (act: string, ...args: unknown[]) => {
    const outcome = await answer(act, work, ...args)
    if (outcome.done) stand({ state: 'open', user: USER })
    return outcome
  }
  const phone: Phone = {
    get door() {
      return door
    },
    get work() {
      return door.state === 'open' ? work : undefined
    },
    watch(listener) {
      doorListeners.add(listener)
      return () => doorListeners.delete(listener)
    },
    start: () => Promise.resolve(door),
    enroll: (person) => opened('enroll', person),
    unlock: (user, password) => opened('unlock', user, password),
    lock() {
      asked.push({ act: 'lock', with: [] })
      stand({ state: 'locked', users: [USER], after: 'user' })
    },
    touch: () => undefined,
    remove: (account, options) => answer('remove', undefined, account, options),
    close: () => undefined,
  }
  installPhone(phone)

  /** Something arrives from the server, or becomes of a change. */
  function becomes(next: Kept): void {
    Object.assign(state, next)
    lists.clear()
    for (const listener of listeners.keys()) listener()
  }
  return { phone, work, asked, drafts, becomes, stand }
}
