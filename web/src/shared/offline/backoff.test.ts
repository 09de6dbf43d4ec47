import { expect, test } from 'vitest'
import { pauseAfter } from './backoff'

const drawn = (share: number) => ({ next: () => share, bytes: (length: number) => new Uint8Array(length) })

test.each([
  [1, 2_000],
  [2, 4_000],
  [5, 32_000],
  [30, 900_000],
])('after %i failures a phone waits anything up to %i ms', (failures, longest) => {
  expect(pauseAfter(failures, drawn(1))).toBe(longest)
  expect(pauseAfter(failures, drawn(0.5))).toBe(longest / 2)
  expect(pauseAfter(failures, drawn(0))).toBe(250)
})

test('never sooner than the server asked for, and not all at once then', () => {
  expect(pauseAfter(1, drawn(0), 60_000)).toBe(60_000)
  expect(pauseAfter(9, drawn(1), 60_000)).toBe(62_000)
})
