import type { Material, MaterialState } from './api'

/** How a material may be met; the last one is what it is when nobody says anything. */
export function statesOf(material: Material, held: ReadonlySet<string>): MaterialState[] {
  const districtHolds = material.source === 'DISTRICT_HELD'
  const states: MaterialState[] = []
  if (!districtHolds) states.push('PRESENT')
  if (districtHolds || held.has(material.code)) states.push('HELD')
  if (material.mayFollow) states.push('FOLLOWS')
  if (material.mayBeCommitted) states.push('COMMITTED')
  return [...states, 'MISSING']
}

/** What is ticked before the clerk looks: the card that was read, and what the district holds. */
export function firstStates(
  materials: readonly Material[],
  held: ReadonlySet<string>,
  cardRead: boolean,
): Record<string, MaterialState> {
  const first = (material: Material): MaterialState => {
    if (material.source === 'CARD') return cardRead ? 'PRESENT' : 'MISSING'
    return material.source === 'DISTRICT_HELD' || held.has(material.code) ? 'HELD' : 'MISSING'
  }
  return Object.fromEntries(materials.map((material) => [material.code, first(material)]))
}
