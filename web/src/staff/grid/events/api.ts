import { answer, http, type Shape } from '@/shared/http'

export type Event = Shape<'EventView'>
export type EventRow = Shape<'EventViewEventRowView'>
export type EventAction = Shape<'EventViewEventActionView'>
export type Photo = Shape<'EventViewEventPhotoView'>
export type Category = Shape<'CategoryControllerEventCategoryView'>
export type Report = Omit<Shape<'EventControllerReportEventForm'>, 'requestKey'>
export type Level = EventRow['level']
export type Outlines = Shape<'OutlinesView'>

/** The queues of the desk, in the order in which they are worked off. */
export const QUEUES = ['TO_DISPATCH', 'TO_VERIFY', 'TO_DECIDE', 'OVERDUE', 'OPEN', 'MINE', 'ENDED'] as const
export type Queue = (typeof QUEUES)[number]
export const LEVELS: readonly Level[] = ['GENERAL', 'LARGER', 'MAJOR', 'EXTREME']

export const listEvents = (
  question: { which: Queue; area?: string; category?: string; level?: Level },
  after: string | undefined,
  signal: AbortSignal,
) => answer(http.GET('/api/grid/events', { params: { query: { ...question, after } }, signal }))

export const readEvent = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/grid/events/{id}', { params: { path: { id } }, signal }))

export interface Taken {
  revision: number
  action: string
  note: string
  input: Record<string, unknown>
  files: string[]
}

export const actOnEvent = (id: string, taken: Taken, requestKey: string) =>
  answer(
    http.POST('/api/grid/events/{id}/actions', {
      params: { path: { id } },
      body: { ...taken, requestKey } as Shape<'EventControllerEventActionForm'>,
    }),
  )

export const reportEvent = (report: Report, requestKey: string) =>
  answer(http.POST('/api/grid/events', { body: { ...report, requestKey } }))

export const listCategories = (signal: AbortSignal) => answer(http.GET('/api/grid/categories', { signal }))

export const listUnits = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/units', { params: { query: { within } }, signal }))

export const readOutlines = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/outlines', { params: { query: { within } }, signal }))

export const listCells = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/cells', { params: { query: { within } }, signal }))

/** A photo is read with the posting's rights, so it cannot be the address of an image. */
export const readPhoto = (id: string, photo: string, signal: AbortSignal): Promise<Blob> =>
  answer(
    http.GET('/api/grid/events/{id}/photos/{photo}', {
      params: { path: { id, photo } },
      parseAs: 'blob',
      signal,
    }),
  ) as Promise<unknown> as Promise<Blob>

/** A file of the posting's own, until an event takes it. */
export async function upload(file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  const stored = await answer(
    http.POST('/api/files', {
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  )
  return String(stored.id)
}
