import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type {
  Door,
  Held,
  KeptEntry,
  OutboxEntry,
  Phone,
  Photo,
  Stop,
  SyncStatus,
  Topic,
  Values,
  Work,
} from './types'

let phone: Phone | undefined

/** Says which phone the page works with: the app's main passes the one it opened, a test passes its own. */
export function installPhone(installed: Phone): void {
  phone = installed
}

/** The phone of this page. */
export function usePhone(): Phone {
  if (!phone) throw new Error('installPhone(openPhone(…)) comes first')
  return phone
}

/** The door as a ref: which of the app's first screens to show. */
export function useDoor(): ShallowRef<Door> {
  const mine = usePhone()
  const door = shallowRef(mine.door)
  onScopeDispose(mine.watch(() => (door.value = mine.door)))
  return door
}

function useLive<T>(work: Work, topics: readonly Topic[], read: () => T): ShallowRef<T> {
  const value = shallowRef(read()) as ShallowRef<T>
  const stop: Stop = work.watch(topics, () => (value.value = read()))
  onScopeDispose(stop)
  return value
}

/** The open database, and its lists as refs. Call it below the door, in pages that exist only while it is open. */
export function useWork() {
  const work = usePhone().work
  if (!work) throw new Error('useWork() is called while the phone is locked')
  return {
    work,
    /** All records of a type. */
    useList: <V extends Values = Values>(type: string): ShallowRef<readonly Held<V>[]> =>
      useLive(work, [`type:${type}`], () => work.list<V>(type)),
    /** One record, and what becomes of it. */
    useRecord: <V extends Values = Values>(
      type: string,
      id: string | undefined,
    ): ShallowRef<Held<V> | undefined> => useLive(work, [`type:${type}`], () => work.find<V>(type, id)),
    useOutbox: (): ShallowRef<readonly OutboxEntry[]> => useLive(work, ['outbox'], () => work.outbox()),
    useKept: (): ShallowRef<readonly KeptEntry[]> => useLive(work, ['outbox'], () => work.kept()),
    usePhotos: (): ShallowRef<readonly Photo[]> => useLive(work, ['photos'], () => work.photos.list()),
    useStatus: (): ShallowRef<SyncStatus> => useLive(work, ['status', 'outbox'], () => work.status()),
  }
}
