import { expect, test } from 'vitest'
import { initialsOf, initialsOfName } from './spelling'

test('spells names by their first letters, surnames as surnames', () => {
  expect(initialsOfName('王小明')).toBe('wxm')
  expect(initialsOfName('曾志伟')).toBe('zzw')
  expect(initialsOfName('单田芳')).toBe('stf')
  expect(initialsOfName('巴特尔')).toBe('bte')
  expect(initialsOfName('刘六')).toBe('ll')
  expect(initialsOfName('马宁')).toBe('mn')
})

test('keeps a number whole', () => {
  expect(initialsOf('少先21号街坊')).toBe('sx21hjf')
})
