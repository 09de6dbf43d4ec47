import { answer, http, type Shape } from '@/shared/http'

export type Zones = Shape<'ZoneControllerZonesView'>
export type Zone = Shape<'ZoneControllerZoneView'>
export type ZoneForm = Shape<'ZoneControllerZoneForm'>
export type Corner = Shape<'ZoneControllerZoneCorner'>
export type Hours = Shape<'ZoneControllerZoneHours'>
export type Limits = Shape<'LimitControllerLimitsView'>
export type Limit = Shape<'LimitControllerLimitView'>
export type LimitForm = Shape<'LimitControllerLimitForm'>
export type Bounds = Shape<'LimitControllerLimitBounds'>
export type VitalKind = Limit['kind']

export const listZones = (id: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{id}/zones', { params: { path: { id } }, signal }))

export const drawZone = (id: number, form: ZoneForm) =>
  answer(http.POST('/api/wearables/devices/{id}/zones', { params: { path: { id } }, body: form }))

export const changeZone = (id: number, zone: number, form: ZoneForm) =>
  answer(http.PUT('/api/wearables/devices/{id}/zones/{zone}', { params: { path: { id, zone } }, body: form }))

export const retireZone = (id: number, zone: number) =>
  answer(http.DELETE('/api/wearables/devices/{id}/zones/{zone}', { params: { path: { id, zone } } }))

export const listLimits = (id: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{id}/limits', { params: { path: { id } }, signal }))

export const setLimits = (id: number, kind: VitalKind, form: LimitForm) =>
  answer(
    http.PUT('/api/wearables/devices/{id}/limits/{kind}', { params: { path: { id, kind } }, body: form }),
  )

export const resetLimits = (id: number, kind: VitalKind) =>
  answer(http.DELETE('/api/wearables/devices/{id}/limits/{kind}', { params: { path: { id, kind } } }))
