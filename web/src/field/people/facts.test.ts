import { expect, test } from 'vitest'
import { changesOf, factsOf, valuesOf } from './facts'

const SEEN = {
  name: '王小明',
  sex: 'MALE',
  phone: '13900000000',
  documentNumber: '150203********1234',
} as const

test('changes only what differs, and a cleared field to nothing', () => {
  const facts = { ...factsOf(SEEN), phone: '', occupation: ' 电工 ' }
  expect(changesOf(SEEN, facts)).toEqual({ phone: null, occupation: '电工' })
})

test('leaves the masked number alone until a new one is typed', () => {
  expect(changesOf(SEEN, factsOf(SEEN))).toEqual({})
  expect(changesOf(SEEN, { ...factsOf(SEEN), documentNumber: '11010519491231002x' })).toEqual({
    documentNumber: '11010519491231002X',
  })
})

test('sends of somebody new what was filled in', () => {
  expect(valuesOf({ ...factsOf({}), name: ' 李勇 ', sex: 'MALE' })).toEqual({ name: '李勇', sex: 'MALE' })
})
