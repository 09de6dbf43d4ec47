import { expect, test } from 'vitest'
import { birthOf, faultOf, normalNumber } from './idNumber'

test('takes the numbers of the standard as people type them', () => {
  for (const typed of ['11010519491231002X', '11010519491231002x', '110105491231002', '150203 19490101 0013'])
    expect(faultOf(typed)).toBeUndefined()
  expect(normalNumber('110105491231002')).toBe('11010519491231002X')
  expect(birthOf('150203198808081237')).toBe('1988-08-08')
})

test('names what is wrong', () => {
  expect(faultOf('')).toBe('missing')
  expect(faultOf('15020319880808123')).toBe('length')
  expect(faultOf('15020319880808X237')).toBe('characters')
  expect(faultOf('150203198802301237')).toBe('birth')
  expect(faultOf('150203198808081230')).toBe('checksum')
  expect(faultOf('150203198808081237', new Date('1980-01-01'))).toBe('birth')
})
