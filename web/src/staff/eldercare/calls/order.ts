import type { CallLine } from './api'

/** What cannot wait comes first: what rings, then one's own, then what was missed, then what others look after. */
export function inOrder(lines: readonly CallLine[]): CallLine[] {
  return [...lines].sort((a, b) => rank(a) - rank(b) || a.startedAt.localeCompare(b.startedAt))
}

/** Nobody has answered it yet. */
export const rings = (line: CallLine): boolean =>
  !line.claimer && (line.state === 'RINGING' || line.state === 'QUEUED')

export const isOver = (line: CallLine): boolean => line.state === 'ENDED' || line.state === 'MISSED'

function rank(line: CallLine): number {
  if (rings(line)) return 0
  if (line.mine) return 1
  if (!line.claimer || line.stale) return 2
  return 3
}
