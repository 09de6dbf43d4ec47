import { expect, test } from 'vitest'
import { gapsOf, metresOf, placeAt, stopsOf, stretchesOf, type Stretch } from './track'

const MORNING = Date.parse('2026-03-01T00:00:00Z')
const MINUTE = 60_000
const LON = 109.83
const LAT = 40.65

const said = (minute: number, north = 0) => ({
  at: new Date(MORNING + minute * MINUTE).toISOString(),
  lon: LON,
  lat: LAT + north,
})
const stretches = (...spots: ReturnType<typeof said>[][]): Stretch[] => stretchesOf([{ stretches: spots }])

test('a stretch goes on from one part to the next unless there is a gap', () => {
  const joined = stretchesOf([
    { stretches: [[said(0), said(5)]] },
    { stretches: [[said(15), said(16)], [said(27)]] },
  ])
  expect(joined.map((stretch) => stretch.length)).toEqual([4, 1])
  expect(gapsOf(joined)).toEqual([{ from: MORNING + 16 * MINUTE, to: MORNING + 27 * MINUTE }])
})

test('between two spots it goes evenly', () => {
  const way = stretches([said(0), said(6, 0.006)])
  const place = placeAt(way, MORNING + 2 * MINUTE)
  expect(place?.lat).toBeCloseTo(LAT + 0.002, 6)
  expect(place?.speed, '667 m in six minutes').toBeCloseTo(6.67, 1)
})

test('in a gap it is where it was last heard from, without a speed', () => {
  const way = stretches([said(0), said(1, 0.001)], [said(30)])
  expect(placeAt(way, MORNING + 15 * MINUTE)).toEqual({ lon: LON, lat: LAT + 0.001 })
  expect(placeAt(way, MORNING + 30 * MINUTE)).toEqual({ lon: LON, lat: LAT, speed: 0 })
  expect(placeAt([], MORNING)).toBeUndefined()
})

test('who stays about a place for ten minutes has stopped', () => {
  const way = stretches([said(0), said(3, 0.003), said(5, 0.0032), said(14, 0.0031), said(17, 0.006)])
  expect(stopsOf(way)).toEqual([
    { from: MORNING + 3 * MINUTE, to: MORNING + 14 * MINUTE, lon: LON, lat: LAT + 0.003 },
  ])
  expect(stopsOf(stretches([said(0), said(9)]))).toEqual([])
})

test('a stop does not reach over a gap', () => {
  expect(stopsOf(stretches([said(0), said(6)], [said(17), said(23)]))).toEqual([])
})

test('metres are those of the stretches', () => {
  expect(metresOf(stretches([said(0), said(3, 0.003)], [said(30, 0.1), said(33, 0.103)]))).toBeCloseTo(667, 0)
})
