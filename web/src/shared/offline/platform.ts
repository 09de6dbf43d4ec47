import type { Stop } from './types'

/** Who may do something at one time among all tabs of this page. */
export interface Locks {
  hold<T>(name: string, run: () => Promise<T>): Promise<T>
  /** Runs unless another tab does so just now; false then. */
  tryHold(name: string, run: () => Promise<void>): Promise<boolean>
}

/** A line between the tabs of one person. */
export interface Wire {
  tell(message: unknown): void
  listen(hear: (message: unknown) => void): Stop
}

/** A picture made small: JPEG, 1600 px at most. Undefined when it is none. */
export type Shrink = (
  picture: Blob,
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; width: number; height: number } | undefined>

/** What the engine needs of the browser besides the database; a test brings its own. */
export interface Platform {
  name: string
  locks: Locks
  wire(account: string): Wire
  /** Bytes free for this origin; undefined when the browser does not say. */
  freeBytes(): Promise<number | undefined>
  /** Asks that the browser keeps the data under pressure; undefined when it cannot be asked. */
  persist(): Promise<boolean | undefined>
  /** Removes what the page itself keeps: caches and service workers. */
  erasePage(): Promise<void>
  /** True on a line that costs; undefined when the browser does not say. */
  metered(): boolean | undefined
  /** The page came back to the front, or the network came back. */
  onWake(wake: () => void): Stop
  shrink: Shrink
}

/** Tabs of a browser without Web Locks take turns within a tab only; the database's revision holds between them. */
export function queueLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  const held = new Set<string>()
  return {
    hold(name, run) {
      const mine = (tails.get(name) ?? Promise.resolve()).then(run)
      tails.set(
        name,
        mine.catch(() => undefined),
      )
      return mine
    },
    async tryHold(name, run) {
      if (held.has(name)) return false
      held.add(name)
      try {
        await run()
        return true
      } finally {
        held.delete(name)
      }
    },
  }
}

function webLocks(): Locks {
  if (!('locks' in navigator)) return queueLocks()
  return {
    hold: async (name, run) => await navigator.locks.request(name, run),
    tryHold: (name, run) =>
      navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return false
        await run()
        return true
      }),
  }
}

function webWire(account: string): Wire {
  const channel = new BroadcastChannel(`linli-work-${account}`)
  return {
    tell: (message) => channel.postMessage(message),
    listen(hear) {
      channel.onmessage = (event: MessageEvent<unknown>) => hear(event.data)
      return () => channel.close()
    },
  }
}

const LONGEST_SIDE = 1600
const QUALITY = 0.82

/** Turned upright as the camera noted it, and without the camera's notes. */
async function shrinkOnCanvas(picture: Blob): ReturnType<Shrink> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  } catch {
    return undefined
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return small ? { bytes: new Uint8Array(await small.arrayBuffer()), width, height } : undefined
}

async function erasePage(): Promise<void> {
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name)
  const workers = await navigator.serviceWorker?.getRegistrations()
  for (const worker of workers ?? []) await worker.unregister()
}

/** The browser. */
export function browserPlatform(): Platform {
  return {
    name: navigator.userAgent.slice(0, 100),
    locks: webLocks(),
    wire: webWire,
    async freeBytes() {
      const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
      return quota === undefined ? undefined : quota - (usage ?? 0)
    },
    persist: async () => await navigator.storage?.persist?.(),
    erasePage,
    metered() {
      const { connection } = navigator as { connection?: { type?: string } }
      return connection?.type === undefined ? undefined : connection.type === 'cellular'
    },
    onWake(wake) {
      const whenSeen = () => document.visibilityState === 'visible' && wake()
      window.addEventListener('online', wake)
      document.addEventListener('visibilitychange', whenSeen)
      return () => {
        window.removeEventListener('online', wake)
        document.removeEventListener('visibilitychange', whenSeen)
      }
    },
    shrink: shrinkOnCanvas,
  }
}
