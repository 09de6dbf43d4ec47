import type { Corner, Outline } from './api'

const corner = ([lon, lat]: readonly number[]): Corner => ({ lon: lon ?? 0, lat: lat ?? 0 })

/** The outer ring of each part of an outline; cells have no holes. */
export const ringsOf = (polygons: readonly (readonly (readonly number[])[][])[]): Corner[][] =>
  polygons.flatMap(([outer]) => (outer ? [outer.map(corner)] : []))

/** A line through the middle of a cell and well beyond it, for those who do not draw by hand. */
export function lineThrough(cell: Outline, direction: 'north' | 'east'): Corner[] {
  const all = cell.geometry.coordinates.flat(2)
  const [lon = 0, lat = 0] = cell.properties.centre
  const reach = (n: 0 | 1) => {
    const values = all.map((point) => point[n] ?? 0)
    return (Math.max(...values) - Math.min(...values)) * 0.6
  }
  const away = direction === 'north' ? { lon: 0, lat: reach(1) } : { lon: reach(0), lat: 0 }
  return [
    { lon: lon - away.lon, lat: lat - away.lat },
    { lon: lon + away.lon, lat: lat + away.lat },
  ]
}
