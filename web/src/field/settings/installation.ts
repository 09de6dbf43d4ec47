import { ref } from 'vue'

/** What Chromium offers to a page that may be installed. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

const HOUR_MS = 3600_000

/** A newer version is on the phone and waits to be used. */
export const newVersion = ref(false)
export const installable = ref(false)
let offered: InstallPrompt | undefined
let waiting: ServiceWorker | undefined
let asked = false

/** Whether the app runs from the home screen, where no browser clears its storage after a few idle days. */
export const isInstalled = (): boolean =>
  window.matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

function offer(worker: ServiceWorker | null): void {
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  newVersion.value = true
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' })
  offer(registration.waiting)
  // The page has just begun and nobody has opened anything yet: the time to change is now.
  if (newVersion.value) useNewVersion()
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker)
    })
  })
  window.setInterval(() => void registration.update().catch(() => undefined), HOUR_MS)
}

/** Keeps the app on the phone. Without a service worker (development, an old browser) it works while there is a network. */
export function keepInstalled(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = event as InstallPrompt
    installable.value = true
  })
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) window.location.reload()
  })
  register().catch(() => undefined)
}

/** Takes the newer version into use; the page is loaded anew. */
export function useNewVersion(): void {
  asked = true
  waiting?.postMessage('take-over')
}

export async function install(): Promise<void> {
  await offered?.prompt()
  installable.value = false
}
