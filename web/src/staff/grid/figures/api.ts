import { answer, http, type Shape } from '@/shared/http'

export type Part = Shape<'FigureControllerEventFiguresView'>
export type Own = Shape<'OwnFiguresControllerOwnFiguresView'>

export const SETTLED = [
  'REPORTED',
  'SETTLED',
  'VERIFIED',
  'FIRST_GO',
  'IN_TIME',
  'ON_THE_SPOT',
  'REWORKED',
  'WELL_DONE',
  'CAME_BACK',
  'ANSWERED_TOGETHER',
] as const
export const NOW = ['OPEN', 'OVERDUE', 'HALF_FIXED', 'SUSPENDED'] as const
export const FIGURES = [...SETTLED, ...NOW] as const
export type Figure = (typeof FIGURES)[number]

export interface Span {
  from: string
  until: string
}

export const countEvents = (area: string | undefined, span: Span, signal: AbortSignal) =>
  answer(http.GET('/api/grid/figures', { params: { query: { area, ...span } }, signal }))

export const listCounted = (
  figure: Figure,
  area: string,
  span: Span,
  after: string | undefined,
  signal: AbortSignal,
) =>
  answer(
    http.GET('/api/grid/figures/{figure}', {
      params: { path: { figure }, query: { area, ...span, after } },
      signal,
    }),
  )

export const showOwn = (span: Span, signal: AbortSignal) =>
  answer(http.GET('/api/grid/own/figures', { params: { query: { ...span } }, signal }))
