import { expect, test } from 'vitest'
import type { Question } from '@/field/records'
import { isFinding, sentOf, unanswered } from './answers'

const names = { zh: '楼道堆放杂物', en: 'Things in the stairwell' }
const PILES: Question = { code: 'piles', names, answer: 'YES_NO', needed: true, bad: 'yes' }
const PEOPLE: Question = { code: 'people', names, answer: 'NUMBER' }

test('asks again for what is needed, and for what is no number', () => {
  expect(unanswered([PILES, PEOPLE], {})).toEqual([PILES])
  expect(unanswered([PILES, PEOPLE], { piles: 'no', people: 'many' })).toEqual([PEOPLE])
  expect(unanswered([PILES, PEOPLE], { piles: 'no', people: '4' })).toEqual([])
})

test('knows an answer that somebody has to look at', () => {
  expect(isFinding(PILES, 'yes')).toBe(true)
  expect(isFinding(PILES, 'no')).toBe(false)
  expect(isFinding(PEOPLE, '4')).toBe(false)
})

test('sends what was answered, and words only about findings', () => {
  expect(sentOf([PILES, PEOPLE], { piles: 'yes', people: ' ' }, { piles: '两辆旧车', people: '?' })).toEqual({
    answers: { piles: 'yes' },
    findings: { piles: '两辆旧车' },
  })
  expect(sentOf([PILES], { piles: 'no' }, { piles: '两辆旧车' }).findings).toEqual({})
})
