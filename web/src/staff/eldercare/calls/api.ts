import { answer, http, type Shape } from '@/shared/http'

export type CallLine = Shape<'CallControllerCallLineView'>
export type Call = Shape<'CallControllerCallView'>
export type Caller = Shape<'CallersCallerView'>
export type Figures = Shape<'CallQueriesFigures'>
export type Outcome = NonNullable<CallLine['outcome']>
/** What an operator may choose. */
export const OUTCOMES: readonly Outcome[] = ['ANSWERED', 'REFERRED', 'EMERGENCY', 'NO_MATTER']

/** How the calls of the desk's area stand, as its live line tells. */
export interface Standing {
  open: number
  ringing: number
}

export const LIVE = '/api/eldercare/calls/live'

export const readDesk = (signal: AbortSignal) => answer(http.GET('/api/eldercare/calls', { signal }))

export const readFigures = (signal: AbortSignal) =>
  answer(http.GET('/api/eldercare/calls/figures', { signal }))

export const readCall = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/eldercare/calls/{id}', { params: { path: { id } }, signal }))

export const claimCall = (id: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/claim', { params: { path: { id } } }))

export const takeCall = (id: string, reason: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/take', { params: { path: { id } }, body: { reason } }))

export const handOverCall = (id: string, note: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/hand-over', { params: { path: { id } }, body: { note } }))

export const noteOnCall = (id: string, note: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/notes', { params: { path: { id } }, body: { note } }))

export const namePerson = (id: string, person: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/person', { params: { path: { id } }, body: { person } }))

export const noteCallBack = (id: string, reached: boolean, note: string) =>
  answer(
    http.POST('/api/eldercare/calls/{id}/call-backs', { params: { path: { id } }, body: { reached, note } }),
  )

export const closeCall = (id: string, outcome: Outcome, note: string) =>
  answer(http.POST('/api/eldercare/calls/{id}/close', { params: { path: { id } }, body: { outcome, note } }))

/** Without a word for 45 seconds, what this desk looks after may be claimed by others. */
export const keepCalls = () => answer(http.PUT('/api/eldercare/calls/beat'))

export const sitAt = (extension: string) =>
  answer(http.PUT('/api/eldercare/calls/seat', { body: { extension } }))

export const leaveSeat = () => answer(http.DELETE('/api/eldercare/calls/seat'))
