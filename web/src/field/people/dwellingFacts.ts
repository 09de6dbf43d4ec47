import type { Dwelling } from '@/field/records'

/** A dwelling as its form holds it. */
export interface DwellingFacts {
  building: string
  unit: string
  floor: string
  room: string
  use: string
  squareMetres: string
  position?: { lon: number; lat: number; accuracy: number }
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
const numberOf = (value: string): number | null => (value.trim() === '' ? null : Number(value))

export function dwellingFactsOf(values: Dwelling): DwellingFacts {
  return {
    building: text(values.building),
    unit: text(values.unit),
    floor: text(values.floor),
    room: text(values.room),
    use: text(values.use),
    squareMetres: text(values.squareMetres),
  }
}

/** All of it, as the server takes it. */
export function dwellingValuesOf(facts: DwellingFacts): Record<string, unknown> {
  return {
    building: facts.building.trim(),
    unit: facts.unit.trim(),
    floor: numberOf(facts.floor),
    room: facts.room.trim(),
    use: facts.use || null,
    squareMetres: numberOf(facts.squareMetres),
    ...(facts.position ? { lon: facts.position.lon, lat: facts.position.lat } : {}),
  }
}

/** What differs from what the form was opened with. */
export function dwellingChangesOf(seen: Dwelling, facts: DwellingFacts): Record<string, unknown> {
  const before = seen as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(dwellingValuesOf(facts)).filter(([field, value]) => text(value) !== text(before[field])),
  )
}
