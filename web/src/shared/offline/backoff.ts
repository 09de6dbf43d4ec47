import type { Chance } from './ids'

const FIRST_MS = 2_000
const LONGEST_MS = 900_000

/**
 * The pause before the next try: full jitter below 2 s, 4 s, … 15 min, so that phones which failed together do not come
 * back together; never sooner than the server asked for.
 */
export function pauseAfter(failures: number, chance: Chance, retryAfter = 0): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  const jitter = Math.round(chance.next() * ceiling)
  return retryAfter > 0 ? retryAfter + Math.min(jitter, FIRST_MS) : Math.max(jitter, 250)
}
