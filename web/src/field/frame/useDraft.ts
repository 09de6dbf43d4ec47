import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useWork } from '@/shared/offline'

const AFTER_MS = 400

interface DraftOptions<T> {
  /** The draft is erased when this scope is taken from the worker. */
  scope?: string
  /** Whether anything was filled in yet; what fills itself in, such as the position, does not make a draft. */
  begun?: (form: T) => boolean
}

/**
 * A form whose half-filled state survives a killed tab: encrypted on the phone, gone once it is sent, or once the scope of
 * what it is about was taken from this worker. What is sent names the `key`, so that both happen in one step.
 */
export function useDraft<T extends object>(key: string, fresh: () => T, options: DraftOptions<T> = {}) {
  const { scope, begun = () => true } = options
  const { work } = useWork()
  const before = work.draft<T>(key)
  const form = ref({ ...fresh(), ...before }) as Ref<T>
  const restored = ref(before !== undefined && begun(before))
  let timer: number | undefined
  let done = false

  function keep(): void {
    if (begun(form.value)) void work.keepDraft(key, JSON.parse(JSON.stringify(form.value)) as T, scope)
    else void work.dropDraft(key)
  }
  const stop = watch(
    form,
    () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        timer = undefined
        keep()
      }, AFTER_MS)
    },
    { deep: true },
  )
  onScopeDispose(() => {
    if (timer === undefined || done) return
    window.clearTimeout(timer)
    keep()
  })

  /** It was sent, or is not wanted any more. */
  async function drop(): Promise<void> {
    done = true
    stop()
    window.clearTimeout(timer)
    await work.dropDraft(key)
  }

  /** Begins again with an empty form. */
  async function restart(): Promise<void> {
    window.clearTimeout(timer)
    form.value = fresh()
    restored.value = false
    await work.dropDraft(key)
  }
  return { form, key, restored, drop, restart }
}
