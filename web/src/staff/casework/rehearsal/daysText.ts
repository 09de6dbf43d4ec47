export interface DayChange {
  day: string
  worked: boolean
}

/** The dates of a text, one a line; what is no date comes back in `wrong`. */
export function daysOf(text: string, worked: boolean): { days: DayChange[]; wrong: string[] } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isDay = (line: string) => /^\d{4}-\d{2}-\d{2}$/.test(line) && !Number.isNaN(Date.parse(line))
  return {
    days: lines.filter(isDay).map((day) => ({ day, worked })),
    wrong: lines.filter((line) => !isDay(line)),
  }
}
