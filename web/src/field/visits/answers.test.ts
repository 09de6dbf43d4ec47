import { expect, test } from 'vitest'
import type { Question } from '@/field/records'
import { isFinding, sentAnswers, unanswered } from './answers'

const names = { zh: '楼道堆放杂物', en: 'Things in the stairwell' }
const PILES: Question = { code: 'piles', names, kind: 'YES_NO', required: true, finding: 'YES' }
const PEOPLE: Question = { code: 'people', names, kind: 'NUMBER' }

test('asks again for what is needed, and for what is no number', () => {
  expect(unanswered([PILES, PEOPLE], {})).toEqual([PILES])
  expect(unanswered([PILES, PEOPLE], { piles: 'NO', people: 'many' })).toEqual([PEOPLE])
  expect(unanswered([PILES, PEOPLE], { piles: 'NO', people: '4' })).toEqual([])
})

test('knows an answer that somebody has to look at', () => {
  expect(isFinding(PILES, 'YES')).toBe(true)
  expect(isFinding(PILES, 'NO')).toBe(false)
  expect(isFinding(PEOPLE, '4')).toBe(false)
})

test('sends what was answered and nothing else', () => {
  expect(sentAnswers({ piles: 'YES', people: ' ', told: ' 已告知 ' })).toEqual({
    piles: 'YES',
    told: '已告知',
  })
})
