const DAY_MS = 86_400_000

function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at))
}

/** The last days up to today, in the district's time. */
export function lastDays(days: number, now = Date.now()): { from: string; to: string } {
  return { from: dayIn('Asia/Shanghai', now - (days - 1) * DAY_MS), to: dayIn('Asia/Shanghai', now) }
}
