import type { Held } from '@/shared/offline'
import { doorKey, writtenBuilding } from './address'
import type { Dwelling, Household, Person } from './types'

/** A building of a cell with its doors in the order one meets them. */
export interface Building {
  key: string
  name: string
  dwellings: readonly Held<Dwelling>[]
}

export interface Homes {
  buildings: readonly Building[]
  dwelling: ReadonlyMap<string, Held<Dwelling>>
  householdsAt: ReadonlyMap<string, readonly Held<Household>[]>
  membersOf: ReadonlyMap<string, readonly Held<Person>[]>
  livingAt: ReadonlyMap<string, readonly Held<Person>[]>
}

const BY_NUMBER = new Intl.Collator('zh-CN', { numeric: true })

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (!key) continue
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** The head first, then in the order of the code list, so that a couple stands before its children. */
const byRelation = (one: Held<Person>, other: Held<Person>) =>
  BY_NUMBER.compare(rankOf(one.values), rankOf(other.values))

const HEAD = new Set(['01', '02'])
const rankOf = ({ relation = '99', birth = '' }: Person) => `${HEAD.has(relation) ? '0' : relation} ${birth}`

const isHere = ({ values }: Held<Person>) => values.standing !== 'LEFT' && values.standing !== 'DECEASED'

export const buildingKey = (values: Dwelling): string =>
  `${values.compound ?? values.compoundName ?? ''}|${values.building ?? ''}`

/** Dwellings, households and people put together as they live. People who left or died are in none of the lists. */
export function homesOf(
  dwellings: readonly Held<Dwelling>[],
  households: readonly Held<Household>[],
  people: readonly Held<Person>[],
): Homes {
  const present = people.filter(isHere)
  const buildings = [...grouped(dwellings, ({ values }) => buildingKey(values))].map(([key, inside]) => ({
    key,
    name: writtenBuilding(inside[0]?.values ?? {}),
    dwellings: inside.sort((one, other) => BY_NUMBER.compare(doorKey(one.values), doorKey(other.values))),
  }))
  const membersOf = grouped(present, ({ values }) => values.household)
  for (const members of membersOf.values()) members.sort(byRelation)
  return {
    buildings: buildings.sort((one, other) => BY_NUMBER.compare(one.name, other.name)),
    dwelling: new Map(dwellings.map((one) => [one.id, one])),
    householdsAt: grouped(households, ({ values }) => values.dwelling),
    membersOf,
    livingAt: grouped(present, ({ values }) => values.dwelling),
  }
}
