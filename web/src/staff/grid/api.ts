import { answer, http, type Shape } from '@/shared/http'

export type Division = Shape<'DivisionView'>

export const listInside = (within: string, signal?: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))

/** The division with those around it, the largest first. */
export const readTrail = (code: string, signal?: AbortSignal) =>
  answer(http.GET('/api/area/divisions/{code}', { params: { path: { code } }, signal }))
