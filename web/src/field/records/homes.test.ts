import { expect, test } from 'vitest'
import { held } from '@/shared/testing'
import { homesOf } from './homes'
import { search } from './search'
import type { Dwelling, Household, Person } from './types'

const door = (id: string, room: string, building = '19') =>
  held<Dwelling>('dwelling', id, { compound: 'c1', compoundName: '友谊小区', building, unit: '3', room })
const DOORS = [door('d2', '1001'), door('d1', '502'), door('d3', '101', '2')]
const HOME = held<Household>('household', 'h1', { head: 'p1', dwelling: 'd1' })
const PEOPLE = [
  held<Person>('person', 'p3', {
    name: '王小明',
    household: 'h1',
    relation: '20',
    dwelling: 'd1',
    phone: '13912345678',
  }),
  held<Person>('person', 'p1', { name: '王建国', household: 'h1', relation: '02', dwelling: 'd1' }),
  held<Person>('person', 'p2', { name: '曾丽', household: 'h1', relation: '10', dwelling: 'd1' }),
  held<Person>('person', 'p4', { name: '赵六', household: 'h1', dwelling: 'd1', standing: 'LEFT' }),
]

test('puts doors and people in the order one meets them', () => {
  const homes = homesOf(DOORS, [HOME], PEOPLE)
  expect(homes.buildings.map((building) => building.name)).toEqual(['友谊小区2栋', '友谊小区19栋'])
  expect(homes.buildings[1]?.dwellings.map((one) => one.id)).toEqual(['d1', 'd2'])
  expect(homes.membersOf.get('h1')?.map((one) => one.values.name)).toEqual(['王建国', '曾丽', '王小明'])
})

test('shows nobody who left among those who live there', () => {
  expect(homesOf(DOORS, [HOME], PEOPLE).livingAt.get('d1')).toHaveLength(3)
})

test('finds people by name, initials and phone, and doors as they are said', () => {
  const names = (text: string) => search(text, PEOPLE, DOORS).people.map((one) => one.values.name)
  expect(names('小明')).toEqual(['王小明'])
  expect(names('wxm')).toEqual(['王小明'])
  expect(names('zl')).toEqual(['曾丽', '赵六'])
  expect(names('5678')).toEqual(['王小明'])
  const doors = (text: string) => search(text, PEOPLE, DOORS).dwellings.map((one) => one.id)
  expect(doors('友谊19-3-502')).toEqual(['d1'])
  expect(doors('yy19-3')).toEqual(['d2', 'd1'])
  expect(doors('19号楼3单元')).toEqual(['d2', 'd1'])
  expect(doors('别处1-1')).toEqual([])
})
