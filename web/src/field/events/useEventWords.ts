import { useNames, useText, type Names } from '@/shared/i18n'
import { useWords, type GridEvent } from '@/field/records'

/** States, acts and levels of events in words: the server's own where it sent them. */
export function useEventWords() {
  const { t, te } = useText()
  const nameOf = useNames()
  const words = useWords()
  const word = (group: string, code: string | undefined, names?: Names): string => {
    if (names) return nameOf(names)
    if (!code) return ''
    const key = `field.events.${group}.${code}`
    return te(key) ? t(key) : t('field.events.otherWord')
  }
  return {
    state: ({ state, stateNames }: GridEvent) => word('state', state, stateNames),
    action: (code: string | undefined, names?: Names) => word('action', code, names),
    level: (code: string | undefined) => word('level', code),
    category: words.category,
    /** What the event is about, as a line of a list says it. */
    title: (values: GridEvent): string =>
      values.title ? nameOf(values.title) : words.category(values.category),
  }
}
