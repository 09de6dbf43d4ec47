import { onScopeDispose, ref, shallowRef } from 'vue'
import { showInvite, tabletCode, type Invite } from './api'

const EVERY_MS = 3000
const THANKS_MS = 6000
/** A visitor who walked away must not leave the form to the next one. */
const PATIENCE_MS = 60_000

type State = 'idle' | 'asking' | 'thanks'

/** What a window's tablet shows: idle until a visit ends there, then the question, then thanks. */
export function useTablet(station: string, window_: number) {
  const state = ref<State>('idle')
  const invite = shallowRef<Invite>()
  const lost = ref(false)
  const passed = new Set<string>()
  const leaving = new AbortController()
  const timers = new Set<number>()

  function later(run: () => void, after: number): number {
    const timer = window.setTimeout(() => {
      timers.delete(timer)
      run()
    }, after)
    timers.add(timer)
    return timer
  }

  function rest(): void {
    if (invite.value) passed.add(invite.value.code)
    invite.value = undefined
    state.value = 'idle'
  }

  function done(): void {
    if (invite.value) passed.add(invite.value.code)
    state.value = 'thanks'
    later(rest, THANKS_MS)
  }

  async function look(): Promise<void> {
    try {
      const code = await tabletCode(station, window_, leaving.signal)
      lost.value = false
      if (code && !passed.has(code) && state.value === 'idle') {
        invite.value = await showInvite(code, leaving.signal)
        state.value = 'asking'
        later(() => {
          if (invite.value?.code === code && state.value === 'asking') rest()
        }, PATIENCE_MS)
      }
    } catch {
      lost.value = !leaving.signal.aborted
    }
    if (!leaving.signal.aborted) later(() => void look(), EVERY_MS)
  }

  onScopeDispose(() => {
    leaving.abort()
    for (const timer of timers) window.clearTimeout(timer)
  })
  void look()
  return { state, invite, lost, done, rest }
}
