import type { TrackPart } from './api'

/** Nothing was heard for longer: nobody knows where the watch was. */
export const GAP_MS = 10 * 60_000
/** Whoever stays so near for so long has stopped. */
const STOP_METRES = 80
const STOP_MS = 10 * 60_000
const METRES_A_DEGREE = 111_195
const KMH = 3.6

/** A moment of a track; `at` in milliseconds. */
export interface Spot {
  at: number
  lon: number
  lat: number
}

/** Spots without a gap, in their order; never empty. */
export type Stretch = readonly [Spot, ...Spot[]]

export interface While {
  from: number
  to: number
}

export type Stop = While & { lon: number; lat: number }

/** Where the watch is at a moment; `speed` in kilometres an hour, none in a gap, where it is the place it was last heard from. */
export interface Place {
  lon: number
  lat: number
  speed?: number
}

export function metresBetween(one: Spot, other: Spot): number {
  const north = (other.lat - one.lat) * METRES_A_DEGREE
  const east = (other.lon - one.lon) * METRES_A_DEGREE * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** The parts of a track as one: a stretch that a part ended goes on in the next. */
export function stretchesOf(parts: readonly TrackPart[]): Stretch[] {
  const stretches: [Spot, ...Spot[]][] = []
  for (const said of parts.flatMap((part) => part.stretches)) {
    const [first, ...more] = said.map(({ at, lon, lat }) => ({ at: Date.parse(at), lon, lat }))
    if (!first) continue
    const before = stretches.at(-1)
    if (before && first.at - (before.at(-1) ?? first).at <= GAP_MS) before.push(first, ...more)
    else stretches.push([first, ...more])
  }
  return stretches
}

const lastOf = (stretch: Stretch): Spot => stretch.at(-1) ?? stretch[0]

export function gapsOf(stretches: readonly Stretch[]): While[] {
  return stretches
    .slice(1)
    .map((stretch, n) => ({ from: lastOf(stretches[n] ?? stretch).at, to: stretch[0].at }))
}

/** Where somebody stayed for more than ten minutes. */
export function stopsOf(stretches: readonly Stretch[]): Stop[] {
  return stretches.flatMap((stretch) => {
    const stops: Stop[] = []
    let first = 0
    while (first < stretch.length) {
      const here = stretch[first] as Spot
      let last = first
      while (last + 1 < stretch.length && metresBetween(here, stretch[last + 1] as Spot) <= STOP_METRES)
        last++
      const until = (stretch[last] as Spot).at
      if (until - here.at >= STOP_MS) {
        stops.push({ from: here.at, to: until, lon: here.lon, lat: here.lat })
        first = last + 1
      } else first++
    }
    return stops
  })
}

/** Between two spots it went evenly, as the server leaves out only what lies on that way at that time. */
function between(before: Spot, after: Spot, moment: number): Place {
  const part = (moment - before.at) / (after.at - before.at)
  const seconds = (after.at - before.at) / 1000
  return {
    lon: before.lon + part * (after.lon - before.lon),
    lat: before.lat + part * (after.lat - before.lat),
    speed: (metresBetween(before, after) / seconds) * KMH,
  }
}

export function placeAt(stretches: readonly Stretch[], moment: number): Place | undefined {
  const stretch = stretches.findLast((one) => one[0].at <= moment) ?? stretches[0]
  if (!stretch) return undefined
  const after = stretch.findIndex((spot) => spot.at > moment)
  const last = lastOf(stretch)
  if (after < 0) return { lon: last.lon, lat: last.lat, ...(moment === last.at && { speed: 0 }) }
  if (after === 0) return { lon: stretch[0].lon, lat: stretch[0].lat }
  return between(stretch[after - 1] as Spot, stretch[after] as Spot, moment)
}

/** How far it went, without what happened in gaps. */
export function metresOf(stretches: readonly Stretch[]): number {
  return stretches.reduce(
    (sum, stretch) =>
      sum + stretch.slice(1).reduce((way, spot, n) => way + metresBetween(stretch[n] as Spot, spot), 0),
    0,
  )
}
