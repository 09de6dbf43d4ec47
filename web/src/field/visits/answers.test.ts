import { expect, test } from 'vitest'
import type { Question } from '@/field/records'
import { isFinding, sentAnswers, unanswered } from './answers'

const names = { zh: '楼道有无堆物', en: 'Things in the stairwell' }
const CLEAR: Question = { code: 'clear', names, kind: 'YES_NO', required: true, finding: 'NO' }
const TOLD: Question = { code: 'told', names, kind: 'MANY' }

test('asks again for what has to be answered', () => {
  expect(unanswered([CLEAR, TOLD], {})).toEqual([CLEAR])
  expect(unanswered([CLEAR, TOLD], { clear: 'YES' })).toEqual([])
})

test('knows an answer that somebody has to look at', () => {
  expect(isFinding(CLEAR, 'NO')).toBe(true)
  expect(isFinding(CLEAR, 'YES')).toBe(false)
  expect(isFinding(TOLD, ['x'])).toBe(false)
})

test('sends what was answered and nothing else', () => {
  expect(sentAnswers({ clear: 'YES', told: [], words: '' })).toEqual({ clear: 'YES' })
})
