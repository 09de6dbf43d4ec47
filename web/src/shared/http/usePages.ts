import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { aborted, Problem } from './problem'
import { onLanguageSwitch } from './standing'

/** Part of a list as the server's `Page` gives it. */
export interface PageOf<T> {
  items: T[]
  next?: string | null
}

/** A list read page by page (keyset): `more` appends, `restart` begins again, for example when a filter changed. */
export function usePages<T>(
  read: (after: string | undefined, signal: AbortSignal) => Promise<PageOf<T>>,
  { now = true } = {},
) {
  const items = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(false)
  const loaded = ref(false)
  const problem = shallowRef<Problem>()
  let current: AbortController | undefined

  async function load(after: string | undefined): Promise<void> {
    current?.abort()
    const mine = (current = new AbortController())
    loading.value = true
    try {
      const page = await read(after, mine.signal)
      if (mine !== current) return
      items.value = after === undefined ? page.items : [...items.value, ...page.items]
      next.value = page.next ?? undefined
      loaded.value = true
      problem.value = undefined
    } catch (failure) {
      if (mine === current && !aborted(failure)) problem.value = Problem.of(failure)
    } finally {
      if (mine === current) loading.value = false
    }
  }

  onScopeDispose(() => current?.abort())
  const restart = () => load(undefined)
  const more = () => (next.value === undefined ? Promise.resolve() : load(next.value))
  onLanguageSwitch(() => problem.value && void restart())
  if (now) void restart()
  return { items, loading, loaded, problem, restart, more, hasMore: computed(() => next.value !== undefined) }
}
