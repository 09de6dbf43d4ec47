const HOUR = 3600_000
const DAY = 24 * HOUR

/** A length of time as one says it in passing: whole days, else whole hours, else minutes. */
export function roughly(milliseconds: number): number {
  const length = Math.abs(milliseconds)
  const unit = length >= DAY ? DAY : length >= HOUR ? HOUR : 1
  return Math.sign(milliseconds) * Math.floor(length / unit) * unit
}
