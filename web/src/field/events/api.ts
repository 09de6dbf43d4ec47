import { answer, http } from '@/shared/http'

/** A photo of an event that this phone has no copy of; nothing of it is kept. */
export const readEventPhoto = (event: string, photo: string): Promise<Blob> =>
  answer(
    http.GET('/api/grid/events/{id}/photos/{photo}', {
      params: { path: { id: event, photo } },
      parseAs: 'blob',
    }),
  ) as Promise<unknown> as Promise<Blob>
