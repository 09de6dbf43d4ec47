import { answer, http, type Shape } from '@/shared/http'

export type Device = Shape<'DevicesDeskControllerDeviceView'>

export const listDevices = (area: string | undefined, after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/sync/devices', { params: { query: { area, after } }, signal }))

export const revokeDevice = (id: string, reason: string, wipe: boolean) =>
  answer(http.POST('/api/sync/devices/{id}/revoke', { params: { path: { id } }, body: { reason, wipe } }))
