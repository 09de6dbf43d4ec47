import { expect, test } from 'vitest'
import { idFacts } from './idNumber'

test('reads day of birth and sex', () => {
  expect(idFacts('11010519491231002x')).toEqual({ birth: '1949-12-31', sex: 'FEMALE' })
})

test('takes no number with a wrong digit or an impossible day', () => {
  expect(idFacts('110105194912310021')).toBeUndefined()
  expect(idFacts('11010519491331002X')).toBeUndefined()
  expect(idFacts('1101051949')).toBeUndefined()
})
