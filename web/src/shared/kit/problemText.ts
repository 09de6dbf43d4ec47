import { useText } from '@/shared/i18n'
import type { Problem } from '@/shared/http'

/** What to tell the user about a problem. */
export function useProblemText() {
  const { t } = useText()
  return (problem: Problem): string => {
    if (problem.title) return problem.title
    if (problem.offline) return t('house.error.offline')
    if (problem.status < 0) return t('house.error.program')
    return t('house.error.status', { status: problem.status })
  }
}
