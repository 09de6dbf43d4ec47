import { useText } from '@/shared/i18n'
import { useWords, type GridEvent } from '@/field/records'

/** States, acts and levels of events in words. */
export function useEventWords() {
  const { t, te } = useText()
  const words = useWords()
  const word = (group: string, code: string | undefined): string => {
    if (!code) return ''
    const key = `field.events.${group}.${code}`
    return te(key) ? t(key) : t('field.events.otherWord')
  }
  return {
    state: (code: string | undefined) => word('state', code),
    action: (code: string | undefined) => word('action', code),
    level: (code: string | undefined) => word('level', code),
    /** What the event is about, as a line of a list says it. */
    title: (values: GridEvent): string => words.category(values.category),
  }
}
