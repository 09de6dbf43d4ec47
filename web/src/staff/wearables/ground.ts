import { answer, http } from '@/shared/http'

/** The cells of a community, as the ground of the map. */
export const listCells = (community: string, signal: AbortSignal) =>
  answer(
    http.GET('/api/area/outlines', {
      params: { query: { within: community, level: 'GRID_CELL' } },
      signal,
    }),
  )
