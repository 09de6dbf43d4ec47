import type { Bounds, Limit, LimitForm, VitalKind } from './api'

/** From low to high. */
export const LIMITS = ['lowRed', 'lowYellow', 'highYellow', 'highRed'] as const
export type LimitKey = (typeof LIMITS)[number]

export const PARTS = ['first', 'second'] as const
export type Part = (typeof PARTS)[number]

/** What is typed: in the unit people know, empty for no limit. */
export type Typed = Record<LimitKey, number | ''>

/** Temperatures travel as tenths of a degree. */
export const scaleOf = (kind: VitalKind) => (kind === 'TEMPERATURE' ? 10 : 1)

export const stepOf = (kind: VitalKind): number => 1 / scaleOf(kind)

export const keysOf = (kind: VitalKind): readonly LimitKey[] =>
  kind === 'OXYGEN' ? ['lowRed', 'lowYellow'] : LIMITS

/** The number a part of a vital is, as messages call it. */
export const nameOf = (kind: VitalKind, part: Part): string =>
  kind === 'BLOOD_PRESSURE' ? (part === 'first' ? 'SYSTOLIC' : 'DIASTOLIC') : kind

export function shown(kind: VitalKind, value: number | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined
  return (value / scaleOf(kind)).toFixed(kind === 'TEMPERATURE' ? 1 : 0)
}

export function typedOf(kind: VitalKind, bounds: Bounds): Typed {
  const typed = (key: LimitKey) => {
    const value = bounds[key]
    return value === null || value === undefined ? '' : value / scaleOf(kind)
  }
  return {
    lowRed: typed('lowRed'),
    lowYellow: typed('lowYellow'),
    highYellow: typed('highYellow'),
    highRed: typed('highRed'),
  }
}

function boundsOf(kind: VitalKind, typed: Typed): Bounds {
  const bound = (key: LimitKey) => {
    const value = typed[key]
    return value === '' ? undefined : Math.round(value * scaleOf(kind))
  }
  return {
    lowRed: bound('lowRed'),
    lowYellow: bound('lowYellow'),
    highYellow: bound('highYellow'),
    highRed: bound('highRed'),
  }
}

export const formOf = (
  kind: VitalKind,
  first: Typed,
  second: Typed | undefined,
  reason: string,
): LimitForm => ({
  first: boundsOf(kind, first),
  second: second && boundsOf(kind, second),
  reason,
})

export const partsOf = (limit: Limit): readonly Part[] => PARTS.filter((part) => limit[part])
