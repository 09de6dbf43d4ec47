import { useText } from '@/shared/i18n'
import type { GuideItem } from './api'

type Term = NonNullable<GuideItem['promised']>

/** A time limit in words; none of a unit means the same day. */
export function useTerm() {
  const { t } = useText()
  return (term: Term): string =>
    term.amount === 0 ? t('guide.term.sameDay') : t(`guide.term.${term.unit}`, term.amount)
}
