import { expect, test } from 'vitest'
import { monthsOf } from './months'

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '12:00' }))

test('lays the days of a year out from Monday to Sunday', () => {
  const days = [
    { day: '2026-02-14', worked: true, name: '春节', enteredHere: false },
    { day: '2026-02-16', worked: false, name: '春节', enteredHere: false },
  ]
  const months = monthsOf({ year: 2026, known: true, workedDays: 248, hours, days })
  expect(months).toHaveLength(12)
  const february = months[1]?.weeks.flat().filter((day) => day !== undefined) ?? []
  expect(february).toHaveLength(28)
  expect(months[1]?.weeks[0]?.findIndex((day) => day?.day === 1)).toBe(6)
  expect(february.filter((day) => day.special).map((day) => [day.date, day.worked])).toEqual([
    ['2026-02-14', true],
    ['2026-02-16', false],
  ])
  expect(february.find((day) => day.day === 15)?.worked).toBe(false)
})
