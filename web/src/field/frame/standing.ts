import type { SyncStatus } from '@/shared/offline'

/** What the banner tells, the gravest first. */
export type Stand =
  | { say: 'block'; why: NonNullable<SyncStatus['block']> }
  | { say: 'halt'; why: NonNullable<SyncStatus['halt']> }
  | { say: 'clock' }
  | { say: 'offline' }
  | { say: 'tooOld' }
  | { say: 'busy'; nextTryAt?: number }
  | { say: 'sending' }
  | { say: 'fetching' }
  | { say: 'unsent' }
  | { say: 'calm' }

export type Tone = 'bad' | 'soon' | 'calm'

export const unsentOf = (status: SyncStatus): number => status.unsent.changes + status.unsent.photos

/** How the phone stands with the server just now. */
export function standOf(status: SyncStatus, online: boolean): Stand {
  if (status.block) return { say: 'block', why: status.block }
  if (status.halt) return { say: 'halt', why: status.halt }
  if (status.clockWrong) return { say: 'clock' }
  if (!online || status.failure === 'offline') return { say: 'offline' }
  if (status.unsentTooOld) return { say: 'tooOld' }
  if (status.failure) return { say: 'busy', nextTryAt: status.nextTryAt }
  if (status.activity === 'pushing' || status.activity === 'uploading') return { say: 'sending' }
  if (status.activity === 'pulling' && status.scopes.some((scope) => scope.loading))
    return { say: 'fetching' }
  return { say: unsentOf(status) > 0 ? 'unsent' : 'calm' }
}

export function toneOf({ say }: Stand): Tone {
  if (say === 'block' || say === 'halt') return 'bad'
  return say === 'offline' || say === 'tooOld' || say === 'busy' || say === 'clock' ? 'soon' : 'calm'
}

/** The phone's first load, or a reload, is under way: what is not there yet may still come. */
export const isLoading = ({ scopes, failure, halt }: SyncStatus): boolean =>
  scopes.some((scope) => scope.loading) || (scopes.length === 0 && !failure && !halt)
