import { expect, test } from 'vitest'
import type { Vitals } from './api'
import { bandsOf, courseOf } from './limits'

test('bands are what is out of the limits, in degrees for temperatures', () => {
  expect(bandsOf('HEART_RATE', { lowRed: 39, lowYellow: 49, highYellow: 111, highRed: 131 })).toEqual([
    { level: 'RED', to: 39 },
    { level: 'YELLOW', from: 39, to: 49 },
    { level: 'YELLOW', from: 111, to: 131 },
    { level: 'RED', from: 131 },
  ])
  expect(bandsOf('TEMPERATURE', { lowRed: 350, highYellow: 373 })).toEqual([
    { level: 'RED', to: 35 },
    { level: 'YELLOW', from: 37.3 },
  ])
  expect(bandsOf('OXYGEN', {})).toEqual([])
})

const value = (mean: number) => ({ mean, least: mean, most: mean })
const vitals = (seconds: number, ...hours: number[]): Vitals => ({
  kind: 'HEART_RATE',
  seconds,
  values: hours.map((hour) => ({
    at: new Date(Date.parse('2026-03-01T00:00:00Z') + hour * 3_600_000).toISOString(),
    value: value(70 + hour),
  })),
})

test('a line is broken where nothing was measured for long', () => {
  const course = courseOf(vitals(0, 0, 1, 2, 12), (measured) => measured.value.mean)
  expect(course.map(([, mean]) => mean)).toEqual([70, 71, 72, null, 82])
  const seldom = courseOf(vitals(0, 0, 8, 17, 24), (measured) => measured.value.mean)
  expect(
    seldom.map(([, mean]) => mean),
    'what is measured thrice a day is one line',
  ).toEqual([70, 78, 87, 94])
  const together = courseOf(vitals(3_600, 0, 1, 4), (measured) => measured.value.mean)
  expect(together.map(([, mean]) => mean)).toEqual([70, 71, null, 74])
})
