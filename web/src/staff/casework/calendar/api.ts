import { answer, http, type Shape } from '@/shared/http'

export type CalendarYear = Shape<'CalendarYearsYearView'>
export type CalendarDay = Shape<'CalendarYearsDayView'>
export type Unit = Shape<'Term'>['unit']

export const showYear = (year: number, signal: AbortSignal) =>
  answer(http.GET('/api/casework/calendar/{year}', { params: { path: { year } }, signal }))

export type Recount = Shape<'RecountControllerRecountView'>

export const listRecounts = (signal: AbortSignal) =>
  answer(http.GET('/api/casework/calendar/recounts', { signal }))

export const changeDay = (day: string, worked: boolean, name: string, why: string) =>
  answer(http.POST('/api/casework/calendar/days', { body: { day, worked, name, why } }))

export const takeBackDay = (day: string, why: string) =>
  answer(
    http.POST('/api/casework/calendar/days/{day}/take-back', { params: { path: { day } }, body: { why } }),
  )

export const checkImport = (csv: string) =>
  answer(http.POST('/api/casework/calendar/import/check', { body: { csv } }))

export const importDays = (csv: string, why: string) =>
  answer(http.POST('/api/casework/calendar/import', { body: { csv, why } }))

export const computeDeadline = (acceptedAt: string, amount: number, unit: Unit) =>
  answer(http.GET('/api/casework/calendar/deadline', { params: { query: { acceptedAt, amount, unit } } }))
