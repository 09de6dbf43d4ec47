import { answer, http, type Shape } from '@/shared/http'

export type Line = Shape<'ExceptionRowsLine'>
export type ExceptionView = Shape<'ExceptionControllerExceptionView'>

export const listExceptions = (
  area: string | undefined,
  settled: boolean,
  after: string | undefined,
  signal: AbortSignal,
) => answer(http.GET('/api/sync/exceptions', { params: { query: { area, settled, after } }, signal }))

export const readException = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/sync/exceptions/{id}', { params: { path: { id } }, signal }))

export const settleException = (id: string, reason: string) =>
  answer(http.POST('/api/sync/exceptions/{id}/settle', { params: { path: { id } }, body: { reason } }))
