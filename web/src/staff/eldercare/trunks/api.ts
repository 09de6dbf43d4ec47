import { answer, http, type Shape } from '@/shared/http'

export type Trunk = Shape<'TrunkControllerTrunkView'>
export type TrunkKey = Shape<'TrunkControllerTrunkKeyView'>

export const listTrunks = (signal: AbortSignal) => answer(http.GET('/api/eldercare/trunks', { signal }))

export const addTrunk = (name: string, area: string) =>
  answer(http.POST('/api/eldercare/trunks', { body: { name, area } }))

export const changeTrunkKey = (id: number) =>
  answer(http.POST('/api/eldercare/trunks/{id}/key', { params: { path: { id } } }))

export const retireTrunk = (id: number, reason: string) =>
  answer(http.POST('/api/eldercare/trunks/{id}/retire', { params: { path: { id } }, body: { reason } }))
