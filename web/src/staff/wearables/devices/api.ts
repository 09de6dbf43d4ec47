import { answer, http, type Shape } from '@/shared/http'

export type Device = Shape<'WearableControllerDeviceView'>
export type DevicePage = Shape<'WearableControllerDevicePageView'>
export type Consent = Shape<'WearableControllerConsentView'>
export type ConsentKind = Consent['kind']
export type TrackPart = Shape<'HistoryControllerTrackView'>
export type TrackDay = Shape<'HistoryControllerTrackDayView'>
export type Vitals = Shape<'HistoryControllerVitalsView'>
export type VitalKind = Vitals['kind']
export type Measured = Vitals['values'][number]
export type LatestVital = Shape<'HistoryControllerLatestVitalView'>
export type PersonLine = Shape<'PersonLine'>

export const CONSENTS: readonly ConsentKind[] = ['POSITION', 'TRACK', 'VITALS', 'FAMILY']
export const VITALS: readonly VitalKind[] = ['HEART_RATE', 'BLOOD_PRESSURE', 'OXYGEN', 'TEMPERATURE']

export const listDevices = (number: string, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/wearables/devices', {
      params: { query: { number, after: after === undefined ? undefined : Number(after) } },
      signal,
    }),
  )

export const readDevice = (id: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{id}', { params: { path: { id } }, signal }))

export const registerDevice = (number: string, model: string, area: string) =>
  answer(http.POST('/api/wearables/devices', { body: { number, model, area } }))

export const handOut = (id: number, wearer: string, area: string) =>
  answer(
    http.POST('/api/wearables/devices/{id}/hand-out', { params: { path: { id } }, body: { wearer, area } }),
  )

export const noteConsent = (id: number, kind: ConsentKind, basis: string) =>
  answer(
    http.POST('/api/wearables/devices/{id}/consents/{kind}', {
      params: { path: { id, kind } },
      body: { basis },
    }),
  )

export const withdrawConsent = (id: number, kind: ConsentKind, reason: string) =>
  answer(
    http.POST('/api/wearables/devices/{id}/consents/{kind}/withdraw', {
      params: { path: { id, kind } },
      body: { reason },
    }),
  )

export const retireDevice = (id: number, reason: string) =>
  answer(http.POST('/api/wearables/devices/{id}/retire', { params: { path: { id } }, body: { reason } }))

export const listTrackDays = (id: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{id}/track/days', { params: { path: { id } }, signal }))

/** As fine as the closest look at a map needs, so that each look at a day is read, and noted, once. */
const ZOOM = 17

/** All parts of a time of at most a day. */
export async function readTrack(
  id: number,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<TrackPart[]> {
  const parts: TrackPart[] = []
  for (let next: string | null | undefined = from; next;) {
    const part: TrackPart = await answer(
      http.GET('/api/wearables/devices/{id}/track', {
        params: { path: { id }, query: { from: next, to, zoom: ZOOM } },
        signal,
      }),
    )
    parts.push(part)
    next = part.next
  }
  return parts
}

export const readVitals = (id: number, kind: VitalKind, from: string, to: string, signal: AbortSignal) =>
  answer(
    http.GET('/api/wearables/devices/{id}/vitals', {
      params: { path: { id }, query: { kind, from, to } },
      signal,
    }),
  )

export const listLatestVitals = (id: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{id}/vitals/latest', { params: { path: { id } }, signal }))

export const findPeople = (said: string) =>
  answer(http.POST('/api/registry/people/find', { body: { text: said } }))

/** How the lines are that devices speak on. */
export const readHealth = (signal: AbortSignal) => answer(http.GET('/api/wearables/health', { signal }))

/** What could not be read in the last week. */
export const listQuarantine = (signal: AbortSignal) =>
  answer(http.GET('/api/wearables/quarantine', { signal }))
