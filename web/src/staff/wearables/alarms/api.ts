import { answer, http, type Shape } from '@/shared/http'

export type AlarmLine = Shape<'AlarmControllerAlarmLineView'>
export type Alarm = Shape<'AlarmControllerAlarmView'>
export type Position = NonNullable<Alarm['position']>
export type Outcome = NonNullable<AlarmLine['outcome']>
export const OUTCOMES: readonly Outcome[] = ['HELPED', 'BY_MISTAKE', 'NOBODY_FOUND', 'TEST']

/** How the alarms of the desk's area stand, as its live line tells. */
export interface Standing {
  open: number
  unclaimed: number
}

export const LIVE = '/api/wearables/alarms/live'

export const listOpen = (signal: AbortSignal) => answer(http.GET('/api/wearables/alarms', { signal }))

export const listClosed = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/alarms/closed', { params: { query: { after } }, signal }))

export const readAlarm = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/alarms/{id}', { params: { path: { id } }, signal }))

export const claimAlarm = (id: string) =>
  answer(http.POST('/api/wearables/alarms/{id}/claim', { params: { path: { id } } }))

export const handBackAlarm = (id: string, note: string) =>
  answer(http.POST('/api/wearables/alarms/{id}/hand-back', { params: { path: { id } }, body: { note } }))

export const noteOnAlarm = (id: string, note: string) =>
  answer(http.POST('/api/wearables/alarms/{id}/notes', { params: { path: { id } }, body: { note } }))

export const noteCall = (id: string, reached: boolean, note: string) =>
  answer(http.POST('/api/wearables/alarms/{id}/calls', { params: { path: { id } }, body: { reached, note } }))

export const closeAlarm = (id: string, outcome: Outcome, note: string) =>
  answer(http.POST('/api/wearables/alarms/{id}/close', { params: { path: { id } }, body: { outcome, note } }))
