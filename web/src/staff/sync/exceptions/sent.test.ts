import { expect, test } from 'vitest'
import { sentFields } from './sent'

test('a correction gives what it started from and what it says', () => {
  expect(sentFields('{"op":"patch","patch":{"phone":{"base":"1","new":"2"},"broken":3}}')).toEqual([
    { field: 'phone', base: '1', value: '2' },
  ])
})

test('a registration and a command give their values', () => {
  expect(sentFields('{"values":{"name":"甲"},"arguments":{"until":"2026-03-01"}}')).toEqual([
    { field: 'name', value: '甲' },
    { field: 'until', value: '2026-03-01' },
  ])
})

test('what cannot be read gives nothing', () => {
  for (const payload of ['', 'half {', '[1]', 'null', undefined]) expect(sentFields(payload)).toEqual([])
})
