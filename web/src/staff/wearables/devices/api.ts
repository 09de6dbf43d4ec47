import { answer, http, type Shape } from '@/shared/http'

export type Device = Shape<'WearableControllerDeviceView'>
export type PersonLine = Shape<'PersonLine'>

export const listDevices = (number: string, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/wearables/devices', {
      params: { query: { number, after: after === undefined ? undefined : Number(after) } },
      signal,
    }),
  )

export const registerDevice = (number: string, model: string, area: string) =>
  answer(http.POST('/api/wearables/devices', { body: { number, model, area } }))

export const handOut = (id: number, wearer: string, area: string) =>
  answer(
    http.POST('/api/wearables/devices/{id}/hand-out', { params: { path: { id } }, body: { wearer, area } }),
  )

export const noteConsent = (id: number, basis: string) =>
  answer(http.POST('/api/wearables/devices/{id}/consent', { params: { path: { id } }, body: { basis } }))

export const withdrawConsent = (id: number, reason: string) =>
  answer(http.POST('/api/wearables/devices/{id}/withdraw', { params: { path: { id } }, body: { reason } }))

export const retireDevice = (id: number, reason: string) =>
  answer(http.POST('/api/wearables/devices/{id}/retire', { params: { path: { id } }, body: { reason } }))

export const findPeople = (said: string) =>
  answer(http.POST('/api/registry/people/find', { body: { text: said } }))
