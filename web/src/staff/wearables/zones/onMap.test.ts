import { fromLonLat } from 'ol/proj'
import { expect, test } from 'vitest'
import { cornersOf, radiusOnMap, ringOf, roundOf } from './onMap'

const HOME = { lon: 109.83, lat: 40.65 }

test('a circle keeps its metres there and back', () => {
  const middle = fromLonLat([HOME.lon, HOME.lat])
  expect(radiusOnMap(300, HOME.lat)).toBeGreaterThan(390)
  expect(roundOf(middle, radiusOnMap(300, HOME.lat))).toEqual({ centre: HOME, radius: 300 })
  expect(roundOf(middle, 1).radius).toBe(30)
  expect(roundOf(middle, 90_000).radius).toBe(5_000)
})

test('a ring is closed on the map and open on the way to the server', () => {
  const corners = [HOME, { lon: 109.84, lat: 40.65 }, { lon: 109.84, lat: 40.66 }]
  const ring = ringOf(corners)
  expect(ring).toHaveLength(4)
  expect(ring[3]).toEqual(ring[0])
  expect(cornersOf(ring)).toEqual(corners)
})
