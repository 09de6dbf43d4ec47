import { useText } from '@/shared/i18n'
import type { Term } from './api'

/** A term in words; 0 days is the same day. */
export function useTerms() {
  const { t } = useText()
  return (term: Term | undefined): string => {
    if (!term) return '—'
    return term.amount === 0
      ? t('counter.catalogue.sameDay')
      : t(`counter.catalogue.unit.${term.unit}`, term.amount)
  }
}
