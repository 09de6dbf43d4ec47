import { fromLonLat, toLonLat } from 'ol/proj'
import type { Corner } from './api'
import type { Draft } from './draft'

const LEAST_RADIUS = 30
const MOST_RADIUS = 5_000

/** The map stretches lengths with the latitude; the server counts in metres on the ground. */
const stretch = (lat: number) => Math.cos((lat * Math.PI) / 180)

export const radiusOnMap = (metres: number, lat: number): number => metres / stretch(lat)

const rounded = (degrees: number | undefined) => Number((degrees ?? 0).toFixed(7))

const cornerOf = (point: number[]): Corner => {
  const [lon, lat] = toLonLat(point)
  return { lon: rounded(lon), lat: rounded(lat) }
}

/** A circle that was drawn, in whole metres, neither smaller nor larger than the server takes. */
export function roundOf(middle: number[], radius: number): Pick<Draft, 'centre' | 'radius'> {
  const centre = cornerOf(middle)
  const metres = Math.round(radius * stretch(centre.lat))
  return { centre, radius: Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, metres)) }
}

/** The map repeats the first corner at the end, the server does not. */
export const cornersOf = (ring: readonly number[][]): Corner[] => ring.slice(0, -1).map(cornerOf)

export const ringOf = (corners: readonly Corner[]): number[][] =>
  [...corners, ...corners.slice(0, 1)].map(({ lon, lat }) => fromLonLat([lon, lat]))
