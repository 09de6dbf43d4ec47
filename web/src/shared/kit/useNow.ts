import { onScopeDispose, ref } from 'vue'

/** The time, ticking; for running clocks on the page. */
export function useNow(everyMs = 1000) {
  const now = ref(Date.now())
  const timer = window.setInterval(() => (now.value = Date.now()), everyMs)
  onScopeDispose(() => window.clearInterval(timer))
  return now
}
