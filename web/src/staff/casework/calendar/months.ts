import type { CalendarYear } from './api'

/** A day of the year view. */
export interface Day {
  date: string
  day: number
  worked: boolean
  special: boolean
  name: string
}

/** A month as weeks from Monday to Sunday; days of other months are left empty. */
export interface Month {
  month: number
  weeks: (Day | undefined)[][]
}

const DAY = 86_400_000

/** The twelve months of a year: the plain week of the office hours, and the days that differ from it. */
export function monthsOf(year: CalendarYear): Month[] {
  const open = new Set(year.hours.map((span) => span.weekday))
  const special = new Map(year.days.map((day) => [day.day, day]))
  return Array.from({ length: 12 }, (_, month) => ({ month: month + 1, weeks: weeks(year.year, month) }))

  function weeks(year_: number, month: number): (Day | undefined)[][] {
    const rows: (Day | undefined)[][] = []
    // Dates without a place: UTC keeps the machine's own time zone out of it.
    for (let at = Date.UTC(year_, month, 1); new Date(at).getUTCMonth() === month; at += DAY) {
      const weekday = new Date(at).getUTCDay() || 7
      if (rows.length === 0 || weekday === 1) rows.push(Array.from({ length: 7 }, () => undefined))
      const row = rows[rows.length - 1]
      if (row) row[weekday - 1] = day(at, weekday)
    }
    return rows
  }

  function day(at: number, weekday: number): Day {
    const date = new Date(at).toISOString().slice(0, 10)
    const other = special.get(date)
    return {
      date,
      day: new Date(at).getUTCDate(),
      worked: other ? other.worked : open.has(weekday),
      special: other !== undefined,
      name: other?.name ?? '',
    }
  }
}

/** The office hours of each weekday, the spans of a day in one line. */
export function hoursByDay(hours: CalendarYear['hours']): { weekday: number; spans: string[] }[] {
  const weekdays = [...new Set(hours.map((span) => span.weekday))].sort((one, other) => one - other)
  return weekdays.map((weekday) => ({
    weekday,
    spans: hours.filter((span) => span.weekday === weekday).map((span) => `${span.from}–${span.to}`),
  }))
}
