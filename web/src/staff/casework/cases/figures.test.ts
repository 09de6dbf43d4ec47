import { expect, test } from 'vitest'
import { figureOf, figureQuery } from './figures'

test('a figure goes into the address and comes back', () => {
  const question = { figure: 'ENDED_LATE', unit: 'ST-150203001' } as const
  expect(figureOf(figureQuery(question) as Record<string, string>)).toEqual(question)
})

test('an address without or with a foreign figure shows what is overdue everywhere', () => {
  const usual = { figure: 'OVERDUE', unit: undefined }
  expect(figureOf({})).toEqual(usual)
  expect(figureOf({ figure: 'EVERYTHING', unit: ['a', 'b'] })).toEqual(usual)
})
