import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { aborted, Problem } from './problem'
import { onLanguageSwitch } from './standing'

export interface Loaded<T> {
  value: ShallowRef<T | undefined>
  loading: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  reload: () => Promise<void>
}

/**
 * Something read from the server, with the three states every screen shows: loading, problem, value.
 * A newer load aborts an older one; leaving the page aborts both.
 */
export function useLoaded<T>(read: (signal: AbortSignal) => Promise<T>, { now = true } = {}): Loaded<T> {
  const value = shallowRef<T>()
  const loading = ref(false)
  const problem = shallowRef<Problem>()
  let current: AbortController | undefined

  async function reload(): Promise<void> {
    current?.abort()
    const mine = (current = new AbortController())
    loading.value = true
    try {
      const read_ = await read(mine.signal)
      if (mine !== current) return
      value.value = read_
      problem.value = undefined
    } catch (failure) {
      if (mine === current && !aborted(failure)) problem.value = Problem.of(failure)
    } finally {
      if (mine === current) loading.value = false
    }
  }

  onScopeDispose(() => current?.abort())
  onLanguageSwitch(() => problem.value && void reload())
  if (now) void reload()
  return { value, loading, problem, reload }
}
