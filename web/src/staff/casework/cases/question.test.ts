import { expect, test } from 'vitest'
import { queryOf, questionOf } from './question'

test('a question goes into the address and comes back', () => {
  const question = { scope: 'AREA', which: 'OVERDUE', procedure: 'counter-accept', state: 'REVIEW' } as const
  expect(questionOf(queryOf(question) as Record<string, string>)).toEqual(question)
})

test('an address without or with foreign words asks for all of mine', () => {
  const usual = { scope: 'MINE', which: 'ALL', procedure: undefined, state: undefined }
  expect(questionOf({})).toEqual(usual)
  expect(questionOf({ scope: 'EVERYBODY', which: ['OVERDUE', 'SOON'] })).toEqual(usual)
})
