import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useFormats, useText } from '@/shared/i18n'
import type { Outcome, Refusal } from '@/shared/offline'

/** Why something was not done, in the worker's words. */
export function useRefusals(): (refusal: Refusal) => string {
  const { t } = useText()
  const { dateTime, number } = useFormats()
  return (refusal) => {
    switch (refusal.kind) {
      case 'lease-expired':
        return t('field.frame.refusal.lease-expired', [refusal.hours, dateTime(refusal.lastContact)])
      case 'server-refused':
        return refusal.text || t('field.frame.refusal.server-refused')
      case 'blocked':
        return t(`field.frame.block.${refusal.why}`)
      case 'too-large':
        return t('field.frame.refusal.too-large', [number(Math.round(refusal.bytes / 1024))])
      case 'unsent-work':
        return t('field.frame.refusal.unsent-work', [refusal.count])
      default:
        return t(`field.frame.refusal.${refusal.kind}`)
    }
  }
}

export interface Doing {
  /** Runs what the engine does, once at a time; undefined when it was refused. */
  run: <T>(act: () => Promise<Outcome<T>>) => Promise<{ value: T } | undefined>
  running: Ref<boolean>
  refusal: ShallowRef<Refusal | undefined>
}

/** Something the worker does with the phone: a second tap while it runs is dropped, and a refusal is there to be shown. */
export function useDoing(): Doing {
  const running = ref(false)
  const refusal = shallowRef<Refusal>()

  async function run<T>(act: () => Promise<Outcome<T>>): Promise<{ value: T } | undefined> {
    if (running.value) return undefined
    running.value = true
    refusal.value = undefined
    try {
      const outcome = await act()
      if (outcome.done) return { value: outcome.value }
      refusal.value = outcome.refusal
      return undefined
    } finally {
      running.value = false
    }
  }
  return { run, running, refusal }
}
