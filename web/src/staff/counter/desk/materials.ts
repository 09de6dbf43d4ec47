import type { Scan } from '@/staff/counter/scans'
import type { Lack, Material, MaterialState } from './api'

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

/** What the checklist holds beside the states: photos, what is wrong, and by when the rest follows. */
export interface MaterialNotes {
  files: Record<string, readonly Scan[]>
  lacks: Record<string, Lack>
  followUntil: string
}

const FOLLOWS_WITHIN_DAYS = 15
const FOLLOWS_AT_MOST_DAYS = 30
const DAY_MS = 86_400_000

/** The first, the usual and the last day by which a material may follow. */
export function followDays(now = Date.now()): { first: string; usual: string; last: string } {
  const day = (days: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(now + days * DAY_MS))
  return { first: day(1), usual: day(FOLLOWS_WITHIN_DAYS), last: day(FOLLOWS_AT_MOST_DAYS) }
}

export const noNotes = (): MaterialNotes => ({ files: {}, lacks: {}, followUntil: followDays().usual })
