import { answer, http, type Shape } from '@/shared/http'

export type Board = Shape<'HallDeskBoardView'>
export type Window = Shape<'HallDeskWindowView'>
export type Visit = Shape<'VisitView'>
export type Ticket = Shape<'TicketView'>
export type CheckIn = Shape<'CheckInForm'>
export type ItemRow = Shape<'ItemRowView'>
export type Unit = Shape<'UnitView'>
export type Quarter = Shape<'FiguresControllerQuarterView'>
export type QuarterRow = Shape<'FiguresControllerQuarterRowView'>
export type Times = Shape<'FiguresQueriesTimes'>
export type Relief = Shape<'FiguresControllerReliefView'>
export type ErrandRow = Shape<'FiguresQueriesErrandRow'>

export const showBoard = (station: string, signal?: AbortSignal): Promise<Board> =>
  answer(http.GET('/api/counter/stations/{station}/board', { params: { path: { station } }, signal }))

export const checkIn = (station: string, body: CheckIn): Promise<Ticket> =>
  answer(http.POST('/api/counter/stations/{station}/visits', { params: { path: { station } }, body }))

type Seen = Pick<Visit, 'id' | 'revision'>
const acted = ({ id, revision }: Seen, requestKey: string) => ({
  params: { path: { id } },
  body: { revision, requestKey },
})

export const takeBack = (visit: Seen, key: string): Promise<Visit> =>
  answer(http.POST('/api/counter/visits/{id}/take-back', acted(visit, key)))

export const leave = (visit: Seen, key: string): Promise<Visit> =>
  answer(http.POST('/api/counter/visits/{id}/leave', acted(visit, key)))

export const openWindow = (number: number) =>
  answer(http.POST('/api/counter/windows/{number}/open', { params: { path: { number } } }))

export const pauseWindow = (note: string) =>
  answer(http.POST('/api/counter/windows/mine/pause', { body: { note } }))

export const closeWindow = () => answer(http.POST('/api/counter/windows/mine/close'))

export const findItems = (station: string, search: string, signal?: AbortSignal): Promise<ItemRow[]> =>
  answer(http.GET('/api/counter/items', { params: { query: { station, search } }, signal }))

export const allItems = (signal?: AbortSignal): Promise<ItemRow[]> =>
  answer(http.GET('/api/counter/items', { signal }))

export const listStations = async (signal?: AbortSignal): Promise<Unit[]> => {
  const of = (kind: 'STATION' | 'DISTRICT_HALL') =>
    answer(http.GET('/api/area/units', { params: { query: { kind } }, signal }))
  return (await Promise.all([of('DISTRICT_HALL'), of('STATION')])).flat()
}

export interface Choice {
  from?: string
  to?: string
  station?: string
  item?: string
  window?: number
}

export const showQuarter = (query: Choice, signal?: AbortSignal): Promise<Quarter> =>
  answer(http.GET('/api/counter/figures/quarter-hour', { params: { query }, signal }))

export const showTimes = (query: Choice, signal?: AbortSignal): Promise<Times[]> =>
  answer(http.GET('/api/counter/figures/times', { params: { query }, signal }))

export const showRelief = (query: Choice, signal?: AbortSignal): Promise<Relief> =>
  answer(http.GET('/api/counter/figures/relief', { params: { query }, signal }))

export const listRows = (
  query: Choice & { over?: boolean; relief?: boolean; before?: string },
  signal?: AbortSignal,
): Promise<ErrandRow[]> => answer(http.GET('/api/counter/figures/rows', { params: { query }, signal }))
