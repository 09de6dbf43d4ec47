import type { Bounds } from '../zones/api'
import { scaleOf } from '../zones/limits'
import type { Measured, Vitals, VitalKind } from './api'

export interface Band {
  level: 'YELLOW' | 'RED'
  from?: number
  to?: number
}

/** What of the scale is out of the limits. */
export function bandsOf(kind: VitalKind, { lowRed, lowYellow, highYellow, highRed }: Bounds): Band[] {
  const shown = (limit: number) => limit / scaleOf(kind)
  const bands: Band[] = []
  if (lowRed != null) bands.push({ level: 'RED', to: shown(lowRed) })
  if (lowYellow != null)
    bands.push({
      level: 'YELLOW',
      to: shown(lowYellow),
      ...(lowRed != null && { from: shown(lowRed) }),
    })
  if (highYellow != null)
    bands.push({
      level: 'YELLOW',
      from: shown(highYellow),
      ...(highRed != null && { to: shown(highRed) }),
    })
  if (highRed != null) bands.push({ level: 'RED', from: shown(highRed) })
  return bands
}

export type Course = [at: number, value: number | null][]

const ALONE_MS = 3 * 3_600_000
const FAR = 3

/** A while without a value is long when it is much longer than those between others. */
function longAfter({ seconds, values }: Vitals): number {
  if (seconds > 0) return seconds * 2_000
  const moments = values.map(({ at }) => Date.parse(at))
  const apart = moments.slice(1).map((at, n) => at - (moments[n] ?? at))
  const usual = apart.sort((one, other) => one - other)[Math.floor(apart.length / 2)] ?? 0
  return Math.max(ALONE_MS, FAR * usual)
}

/** A line, broken where nothing was measured for long: a straight one would say what nobody knows. */
export function courseOf(vitals: Vitals, value: (measured: Measured) => number | undefined): Course {
  const most = longAfter(vitals)
  const course: Course = []
  for (const measured of vitals.values) {
    const at = Date.parse(measured.at)
    const before = course.at(-1)?.[0]
    if (before !== undefined && at - before > most) course.push([before + 1, null])
    course.push([at, value(measured) ?? null])
  }
  return course
}
