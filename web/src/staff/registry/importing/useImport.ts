import { onScopeDispose, watch } from 'vue'
import { useLoaded } from '@/shared/http'
import { readImport, type State } from './api'

const LOOKED_AT_MS = 1_000
const AT_WORK: readonly State[] = ['CHECKING', 'APPLYING']

/** An import, looked at again and again while the house works on it. */
export function useImport(id: string) {
  const loaded = useLoaded((signal) => readImport(id, signal))
  let timer: ReturnType<typeof setTimeout> | undefined

  function lookAgain(): void {
    clearTimeout(timer)
    const state = loaded.value.value?.state
    if (state && AT_WORK.includes(state)) timer = setTimeout(() => void look(), LOOKED_AT_MS)
  }

  async function look(): Promise<void> {
    await loaded.reload()
    lookAgain()
  }

  watch(() => loaded.value.value?.state, lookAgain)
  onScopeDispose(() => clearTimeout(timer))
  return loaded
}
