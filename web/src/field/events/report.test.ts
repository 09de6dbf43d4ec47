import { expect, test } from 'vitest'
import { isBegun, newReport } from './report'

test('a report that only knows where it stands is not begun', () => {
  expect(isBegun({ ...newReport(), scope: 'grid:150203001015001' })).toBe(false)
  expect(isBegun({ ...newReport(), position: { lon: 109.8, lat: 40.6, accuracy: 12 } })).toBe(false)
})

test.each([{ group: '03' }, { description: '焦' }, { placeText: '3' }, { photos: ['a'] }])(
  'with %j somebody began one',
  (filled) => expect(isBegun({ ...newReport(), ...filled })).toBe(true),
)
