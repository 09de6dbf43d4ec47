import { computed } from 'vue'
import { useWork } from '@/shared/offline'
import { useHomes, type Building, type GridEvent } from '@/field/records'
import { useEventWords } from '@/field/events'
import type { Spot } from './components/drawing'

const OVER = new Set(['CLOSED', 'REJECTED', 'VOID'])

/** A building stands in the middle of the doors that have a place. */
function placeOf(building: Building): { lon: number; lat: number } | undefined {
  const placed = building.dwellings.flatMap(({ values: { lon, lat } }) =>
    lon !== undefined && lat !== undefined && lon !== null && lat !== null ? [{ lon, lat }] : [],
  )
  if (placed.length === 0) return undefined
  const sum = (field: 'lon' | 'lat') => placed.reduce((total, one) => total + one[field], 0) / placed.length
  return { lon: sum('lon'), lat: sum('lat') }
}

/** What the map shows: buildings, and events that are not over. */
export function useSpots() {
  const { homes } = useHomes()
  const words = useEventWords()
  const events = useWork().useList<GridEvent>('event')
  return computed<readonly Spot[]>(() => [
    ...homes.value.buildings.flatMap((building) => {
      const place = placeOf(building)
      return place ? [{ id: building.key, kind: 'building' as const, label: building.name, ...place }] : []
    }),
    ...events.value.flatMap(({ id, values }) => {
      const { lon, lat } = values
      if (lon === undefined || lat === undefined || OVER.has(values.state ?? '')) return []
      return [{ id, kind: 'event' as const, label: words.title(values), lon, lat }]
    }),
  ])
}
