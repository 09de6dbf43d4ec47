import { expect, test } from 'vitest'
import { lines } from './diagramText'

test('breaks English at blanks and Chinese anywhere', () => {
  expect(lines('Accepted, to be verified', 16, 2)).toEqual(['Accepted, to be', 'verified'])
  expect(lines('部门退回，待申请人补正', 12, 2)).toEqual(['部门退回，待', '申请人补正'])
})

test('cuts what does not fit', () => {
  expect(lines('one two three four', 5, 2)).toEqual(['one', 'two…'])
})
