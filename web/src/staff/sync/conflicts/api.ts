import { answer, http, type Shape } from '@/shared/http'

export type ConflictLine = Shape<'ConflictViewsConflictLineView'>
export type Conflict = Shape<'ConflictViewsConflictView'>
export type Field = Shape<'ConflictViewsFieldView'>
export type State = 'OPEN' | 'DECIDED'
export type Choice = 'KEEP' | 'TAKE' | 'VALUE'

export interface Decision {
  choice: Choice
  value?: unknown
}

export const listConflicts = (
  area: string | undefined,
  state: State,
  after: string | undefined,
  signal: AbortSignal,
) => answer(http.GET('/api/sync/conflicts', { params: { query: { area, state, after } }, signal }))

export const countConflicts = (area: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/sync/conflicts/figures', { params: { query: { area } }, signal }))

export const readConflict = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/sync/conflicts/{id}', { params: { path: { id } }, signal }))

/** `same`: of a duplicate, whether it is the record that is there. */
export const decideConflict = (
  id: string,
  decisions: Record<string, Decision>,
  same: boolean | undefined,
  reason: string,
) =>
  answer(
    http.POST('/api/sync/conflicts/{id}/decide', {
      params: { path: { id } },
      body: { decisions, same, reason } as Shape<'ConflictControllerDecideForm'>,
    }),
  )
