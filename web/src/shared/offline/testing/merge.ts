import { same } from '../outbox'

/** Three-way merge by merge units, as the server does it (org.linli.sync.push.Merge); both are held to one corpus. */
export type Policy = 'REVIEW' | 'LATER_ARRIVAL' | 'UNION' | 'APPEND'

export interface Unit {
  name: string
  policy: Policy
  fields: string[]
}

export type Patch = Record<string, { base: unknown; new: unknown }>

export interface Standing {
  units: Unit[]
  current: Record<string, unknown>
  /** The record has changed since the phone saw it. */
  movedOn: boolean
  /** Units that wait for a person. */
  underReview: string[]
}

export interface Merged {
  values: Record<string, unknown>
  reviews: string[]
  /** Somebody else had changed a field of the patch. */
  met: boolean
}

const listOf = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]

const holds = (list: unknown[], one: unknown) => list.some((other) => same(other, one))

function joined(current: unknown[], base: unknown[], wanted: unknown[], less: boolean): unknown[] {
  const kept = current.filter((one) => !less || holds(wanted, one) || !holds(base, one))
  const added = wanted.filter(
    (one, at) => !holds(base, one) && !holds(kept, one) && wanted.indexOf(one) === at,
  )
  return [...kept, ...added]
}

/** @throws RangeError with the name of a field that is in no unit */
export function merge(patch: Patch, standing: Standing): Merged {
  const merged: Merged = { values: {}, reviews: [], met: false }
  const known = new Set(standing.units.flatMap((unit) => unit.fields))
  for (const field of Object.keys(patch)) if (!known.has(field)) throw new RangeError(field)
  for (const unit of standing.units) mergeUnit(unit, patch, standing, merged)
  return merged
}

function mergeUnit(unit: Unit, patch: Patch, standing: Standing, merged: Merged): void {
  const { current, movedOn, underReview } = standing
  const touched = Object.entries(patch).filter(([field]) => unit.fields.includes(field))
  if (touched.length === 0) return
  merged.met ||= touched.some(([field, pair]) => !same(pair.base, current[field]))
  if (touched.every(([, pair]) => same(pair.new, pair.base))) return
  const named = touched.some(
    ([field, pair]) => !same(pair.base, current[field]) && !same(pair.new, current[field]),
  )
  const clashes = named || (movedOn && unit.fields.some((field) => !(field in patch)))
  const whole = clashes && unit.policy === 'LATER_ARRIVAL'
  const wanted = touched.filter(
    ([field, pair]) => (whole || !same(pair.new, pair.base)) && !same(pair.new, current[field]),
  )
  if (wanted.length === 0) return
  if (unit.policy === 'REVIEW' && (clashes || underReview.includes(unit.name))) {
    merged.reviews.push(unit.name)
    return
  }
  for (const [field, pair] of wanted) {
    const lists = [listOf(current[field]), listOf(pair.base), listOf(pair.new)] as const
    if (unit.policy === 'UNION') merged.values[field] = joined(...lists, true)
    else if (unit.policy === 'APPEND') merged.values[field] = joined(...lists, false)
    else merged.values[field] = pair.new
  }
}
