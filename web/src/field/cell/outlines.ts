import { answer, http, type Shape } from '@/shared/http'

export type Outlines = Shape<'OutlinesView'>

const COMMUNITY_DIGITS = 12

/** Outlines of the cells of the communities that these cells lie in; the service worker keeps the last ones. */
export async function readOutlines(cells: readonly string[], signal: AbortSignal): Promise<Outlines[]> {
  const communities = [...new Set(cells.map((cell) => cell.slice(0, COMMUNITY_DIGITS)))]
  return Promise.all(
    communities.map((within) =>
      answer(http.GET('/api/area/outlines', { params: { query: { within, level: 'GRID_CELL' } }, signal })),
    ),
  )
}
