import type { Held } from '@/shared/offline'
import { compoundKey, doorKey, readingsOf, type Said } from './address'
import type { Dwelling, Person } from './types'
import { initialsOf, initialsOfName } from './spelling'

export interface Found {
  people: readonly Held<Person>[]
  dwellings: readonly Held<Dwelling>[]
}

const MOST = 60
const LETTERS = /^[a-z]+$/

function isCalled(values: Person, text: string): boolean {
  const { name = '', formerName = '', phone = '' } = values
  if (LETTERS.test(text)) return initialsOfName(name).startsWith(text) || name.toLowerCase().includes(text)
  if (/^[0-9]{4,}$/.test(text) && phone.includes(text)) return true
  return name.includes(text) || formerName.includes(text)
}

function isAt(values: Dwelling, said: Said): boolean {
  const name = values.compoundName ?? ''
  const compound =
    said.compound === '' ||
    compoundKey(name).startsWith(said.compound) ||
    initialsOf(name).startsWith(said.compound)
  if (!compound || (said.compound === '' && said.door === '')) return false
  const key = doorKey(values)
  return said.door === '' || key === said.door || key.startsWith(`${said.door}-`) || key.startsWith(said.door)
}

/** Who and what is meant by a name, its initials, a phone number, or a door as people say it. */
export function search(
  text: string,
  people: readonly Held<Person>[],
  dwellings: readonly Held<Dwelling>[],
): Found {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (plain === '') return { people: [], dwellings: [] }
  const readings = readingsOf(plain)
  return {
    people: people.filter(({ values }) => isCalled(values, plain)).slice(0, MOST),
    dwellings: dwellings.filter(({ values }) => readings.some((said) => isAt(values, said))).slice(0, MOST),
  }
}
