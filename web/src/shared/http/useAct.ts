import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from './problem'
import { requestKey } from './requestKey'
import { onLanguageSwitch } from './standing'

export interface Act<A extends unknown[], T> {
  run: (...args: A) => Promise<T | undefined>
  running: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
}

/**
 * An act that a double click cannot do twice: a second call while the first runs is dropped, and a repeat after a
 * failure goes out under the same request key, so that the server recognises it. A refusal is gone once the language is
 * another; trying again says it anew.
 */
export function useAct<A extends unknown[], T>(act: (key: string, ...args: A) => Promise<T>): Act<A, T> {
  const running = ref(false)
  const problem = shallowRef<Problem>()
  let key = requestKey()

  async function run(...args: A): Promise<T | undefined> {
    if (running.value) return undefined
    running.value = true
    problem.value = undefined
    try {
      const done = await act(key, ...args)
      key = requestKey()
      return done
    } catch (failure) {
      problem.value = Problem.of(failure)
      // A refusal was read and answered: what the user sends next is another request.
      if (problem.value.status >= 400 && problem.value.status < 500) key = requestKey()
      return undefined
    } finally {
      running.value = false
    }
  }

  onLanguageSwitch(() => (problem.value = undefined))
  return { run, running, problem }
}
