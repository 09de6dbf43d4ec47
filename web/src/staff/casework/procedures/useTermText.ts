import { useText } from '@/shared/i18n'
import type { Term } from './api'

/** A term in words: 5 working days, same day. */
export function useTermText() {
  const { t } = useText()
  return (term: Term): string =>
    term.amount === 0
      ? t('casework.procedures.term.sameDay')
      : t(`casework.procedures.term.${term.unit}`, term.amount)
}
