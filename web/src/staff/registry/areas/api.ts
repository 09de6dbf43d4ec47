import { answer, http, type Shape } from '@/shared/http'

export type Figures = Shape<'AreaFiguresControllerAreaFiguresView'>
export type Group = Shape<'AreaFiguresControllerResidentFigureView'>['group']
export type Resident = Shape<'AreaFiguresControllerAreaResidentView'>
export type Spot = Shape<'AreaFiguresControllerDwellingSpotView'>
export type SpotDwelling = Shape<'AreaFiguresControllerSpotDwellingView'>
export type Outlines = Shape<'OutlinesView'>
export type Division = Shape<'DivisionView'>

/** Groups by where people are registered, and by age. */
export const BY_RESIDENCE: readonly Group[] = [
  'LIVING_HERE',
  'REGISTERED_HERE',
  'RENTAL',
  'FLOATING',
  'LIVING_ELSEWHERE',
]
export const BY_AGE: readonly Group[] = [
  'AGE_0_TO_5',
  'AGE_6_TO_17',
  'AGE_18_TO_59',
  'AGE_60_TO_79',
  'AGE_80_AND_OVER',
  'AGE_UNKNOWN',
  'ELDER_ALONE',
]
export const GROUPS: readonly Group[] = [...BY_RESIDENCE, ...BY_AGE]

export const readFigures = (code: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/areas/{code}/figures', { params: { path: { code } }, signal }))

export const listInside = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))

export const listResidents = (code: string, group: Group, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/areas/{code}/residents', {
      params: { path: { code }, query: { group, after } },
      signal,
    }),
  )

export const readOutlines = (within: string, level: Division['level'] | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/area/outlines', { params: { query: { within, level } }, signal }))

export const countDwellings = (code: string, level: Division['level'], signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/areas/{code}/dwelling-counts', {
      params: { path: { code }, query: { level } },
      signal,
    }),
  )

export const listBehind = (code: string, lon: number, lat: number, signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/areas/{code}/dwelling-points/dwellings', {
      params: { path: { code }, query: { lon, lat } },
      signal,
    }),
  )

export const listSpots = (code: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/areas/{code}/dwelling-points', { params: { path: { code } }, signal }))
