import { onScopeDispose, ref, shallowRef } from 'vue'
import { aborted } from '@/shared/http'
import { showScreen, type Call, type Screen } from './api'

const EVERY_MS = 2500
const SLOWEST_MS = 20_000

/**
 * The screen's calls, read again and again. When the server is away the last calls stay and it asks at growing intervals
 * until it answers. `onCall` hears every new call once, those that were there at the start excepted.
 */
export function useCallScreen(station: string, onCall: (call: Call) => void) {
  const screen = shallowRef<Screen>()
  const lost = ref(false)
  const known = new Set<string>()
  const leaving = new AbortController()
  let wait = EVERY_MS
  let timer = 0

  function take(next: Screen): void {
    const fresh = next.calls.filter((call) => !known.has(call.key))
    const first = screen.value === undefined
    for (const call of fresh) known.add(call.key)
    screen.value = next
    // The list is newest first; people are called in the order of the calls.
    if (!first) for (const call of fresh.reverse()) if (!call.arrived) onCall(call)
  }

  async function read(): Promise<void> {
    try {
      take(await showScreen(station, leaving.signal))
      lost.value = false
      wait = EVERY_MS
    } catch (failure) {
      if (aborted(failure) || leaving.signal.aborted) return
      lost.value = true
      wait = Math.min(wait * 2, SLOWEST_MS)
    }
    timer = window.setTimeout(() => void read(), wait)
  }

  onScopeDispose(() => {
    leaving.abort()
    window.clearTimeout(timer)
  })
  void read()
  return { screen, lost }
}
