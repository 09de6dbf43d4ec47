import { answer, http, type Shape } from '@/shared/http'

export type Screen = Shape<'HallDeskScreenView'>
export type Call = Shape<'HallDeskCallView'>
export type Station = Shape<'PublicStationControllerStationView'>

export const showScreen = (station: string, signal?: AbortSignal): Promise<Screen> =>
  answer(http.GET('/api/public/hall/{station}/screen', { params: { path: { station } }, signal }))

export const listStations = (signal?: AbortSignal): Promise<Station[]> =>
  answer(http.GET('/api/public/stations', { signal }))
