import type { Span } from './api'

const DAY_MS = 24 * 3600 * 1000
/** The district's day, as a date field takes it. */
const dayOf = (moment: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(moment)

/** The last days with today. */
export const lastDays = (days: number, now = Date.now()): Span => ({
  from: dayOf(now - (days - 1) * DAY_MS),
  until: dayOf(now),
})
