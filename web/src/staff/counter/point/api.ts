import { answer, http, type Shape } from '@/shared/http'

export type Point = Shape<'HandoverControllerPointView'>
export type Handover = Shape<'HandoverControllerHandoverView'>
export type PointErrand = Shape<'HandoverControllerPointErrandView'>

export const showPoint = (signal?: AbortSignal): Promise<Point> =>
  answer(http.GET('/api/counter/handovers/mine', { signal }))

export const listHandovers = (signal?: AbortSignal): Promise<Handover[]> =>
  answer(http.GET('/api/counter/handovers', { signal }))

export const makeHandover = (errands: string[], note: string, requestKey: string): Promise<Handover> =>
  answer(http.POST('/api/counter/handovers', { body: { errands, note, requestKey } }))

export const takeHandover = (id: string, absent: { errand: string; note: string }[]): Promise<Handover> =>
  answer(http.POST('/api/counter/handovers/{id}/take', { params: { path: { id } }, body: { absent } }))
