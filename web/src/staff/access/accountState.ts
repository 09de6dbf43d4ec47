import type { Account } from './api'

export type AccountState = 'active' | 'locked' | 'retired' | 'first'

/** What there is to know about an account in one word; the gravest comes first. */
export function stateOf(account: Account): AccountState {
  if (account.retiredAt) return 'retired'
  if (account.lockedUntil) return 'locked'
  return account.mustChange ? 'first' : 'active'
}
