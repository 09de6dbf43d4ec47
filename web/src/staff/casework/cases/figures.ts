import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Figure, UnitFigures } from './api'

/** The board's counts, each with the field of a unit that holds it. */
export const FIGURES = [
  { figure: 'OPEN', field: 'open' },
  { figure: 'OVERDUE', field: 'overdue' },
  { figure: 'SOON', field: 'soon' },
  { figure: 'SUPERVISED', field: 'supervised' },
  { figure: 'ENDED', field: 'ended' },
  { figure: 'ENDED_LATE', field: 'endedLate' },
] as const satisfies readonly { figure: Figure; field: keyof UnitFigures }[]

export type Counted = (typeof FIGURES)[number]['field']

/** A figure of one unit, or of all of them. */
export interface FigureQuestion {
  figure: Figure
  unit?: string
}

/** The figure in the board's address; without one, what is overdue. */
export function figureOf(query: LocationQuery): FigureQuestion {
  const known = FIGURES.find((one) => one.figure === query.figure)
  return {
    figure: known?.figure ?? 'OVERDUE',
    unit: typeof query.unit === 'string' && query.unit ? query.unit : undefined,
  }
}

export function figureQuery(question: FigureQuestion): LocationQueryRaw {
  return { figure: question.figure, unit: question.unit }
}

/** All units together. */
export function sumOf(units: readonly UnitFigures[]): Record<Counted, number> {
  const sums = { open: 0, overdue: 0, soon: 0, supervised: 0, ended: 0, endedLate: 0 }
  for (const unit of units) for (const { field } of FIGURES) sums[field] += unit[field]
  return sums
}
