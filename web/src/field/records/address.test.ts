import { expect, test } from 'vitest'
import { compoundKey, doorKey, readingsOf, writtenAddress } from './address'

const DOOR = { compoundName: '友谊小区', building: '19', unit: '3', room: '502' }

test('writes an address as it is written on papers', () => {
  expect(writtenAddress(DOOR)).toBe('友谊小区19栋3单元502')
  expect(writtenAddress({ ...DOOR, building: 'A座' })).toBe('友谊小区A座3单元502')
})

test('knows a door however it is said', () => {
  expect(doorKey(DOOR)).toBe('19-3-502')
  const wanted = { compound: '友谊', door: '19-3-502' }
  expect(readingsOf('友谊19-3-502')).toContainEqual(wanted)
  expect(readingsOf('友谊小区19号楼3单元5楼502室')).toEqual([wanted])
  expect(readingsOf('友谊小区十九栋三单元502')).toEqual([wanted])
  expect(readingsOf('19-3-502')).toEqual([{ compound: '', door: '19-3-502' }])
})

test('takes a number for the compound or for the building', () => {
  expect(compoundKey('钢二十三号街坊')).toBe('钢23')
  expect(readingsOf('钢23 6-2-301')).toContainEqual({ compound: '钢23', door: '6-2-301' })
})
