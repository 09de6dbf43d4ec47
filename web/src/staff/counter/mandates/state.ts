import type { Mandate } from './api'

export type MandateState = 'inForce' | 'over' | 'notYet' | 'revoked'

const today = (now: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(now))

export function stateOf(mandate: Mandate, now = Date.now()): MandateState {
  if (mandate.revokedAt) return 'revoked'
  if (mandate.inForce) return 'inForce'
  return mandate.until < today(now) ? 'over' : 'notYet'
}

/** Days of a mandate unless somebody says otherwise: from today for three months. */
export function usualPeriod(now = Date.now()): { from: string; until: string } {
  return { from: today(now), until: today(now + 90 * 86_400_000) }
}
