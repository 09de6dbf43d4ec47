import type { Held } from '@/shared/offline'
import type { Dwelling } from '@/field/records'

/** The stairwells of a building in the order of its doors. */
export function unitsOf(
  dwellings: readonly Held<Dwelling>[],
): { name: string; dwellings: readonly Held<Dwelling>[] }[] {
  const units = new Map<string, Held<Dwelling>[]>()
  for (const dwelling of dwellings) {
    const name = dwelling.values.unit ?? ''
    const inside = units.get(name)
    if (inside) inside.push(dwelling)
    else units.set(name, [dwelling])
  }
  return [...units].map(([name, inside]) => ({ name, dwellings: inside }))
}
