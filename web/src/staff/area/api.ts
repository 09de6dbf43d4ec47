import { answer, http, type Shape } from '@/shared/http'

export type Division = Shape<'DivisionView'>
export type Unit = Shape<'UnitView'>
export type Place = Shape<'AreaControllerPlaceView'>
export type Outlines = Shape<'OutlinesView'>

/** The level below each; a cell contains nothing. */
const BELOW = {
  PROVINCE: undefined,
  CITY: 'DISTRICT',
  DISTRICT: 'SUB_DISTRICT',
  SUB_DISTRICT: 'COMMUNITY',
  COMMUNITY: 'GRID_CELL',
  GRID_CELL: undefined,
} as const

export const listDivisions = (within: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))

export const readDivision = (code: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions/{code}', { params: { path: { code } }, signal }))

export const listUnits = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/units', { params: { query: { within } }, signal }))

export const locate = (lon: number, lat: number) =>
  answer(http.GET('/api/area/locate', { params: { query: { lon, lat } } }))

/** What the map draws: a division's own outline and those directly inside it. */
export async function outlinesOf(division: Division, signal: AbortSignal) {
  const within = division.code
  const level = BELOW[division.level]
  const [own, inside] = await Promise.all([
    answer(http.GET('/api/area/outlines', { params: { query: { within } }, signal })),
    level && answer(http.GET('/api/area/outlines', { params: { query: { within, level } }, signal })),
  ])
  return { own, inside }
}

/** The place the browser opens with: the first division that is more than a way to the next. */
export async function startingPlace(signal: AbortSignal): Promise<string> {
  let code: string | undefined
  for (;;) {
    const [first, ...others] = await listDivisions(code, signal)
    if (first === undefined || others.length > 0) return code ?? ''
    code = first.code
  }
}
