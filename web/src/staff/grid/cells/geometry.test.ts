import { expect, test } from 'vitest'
import type { Outline } from './api'
import { lineThrough, ringsOf } from './geometry'

const square = [
  [
    [
      [110, 40],
      [110.2, 40],
      [110.2, 40.1],
      [110, 40.1],
      [110, 40],
    ],
  ],
]
const cell: Outline = {
  type: 'Feature',
  id: '150203001015001',
  geometry: { type: 'MultiPolygon', coordinates: square },
  properties: {
    code: '150203001015001',
    level: 'GRID_CELL',
    names: { zh: '001网格', en: 'Grid cell 001' },
    centre: [110.1, 40.05],
    squareMetres: 1,
  },
}

test('a line through the middle begins and ends outside the cell', () => {
  const [south, north] = lineThrough(cell, 'north')
  expect(south?.lon).toBe(110.1)
  expect(south?.lat).toBeLessThan(40)
  expect(north?.lat).toBeGreaterThan(40.1)
  const [west, east] = lineThrough(cell, 'east')
  expect(west?.lon).toBeLessThan(110)
  expect(east?.lon).toBeGreaterThan(110.2)
  expect(east?.lat).toBe(40.05)
})

test('each part of an outline gives its outer ring', () => {
  expect(ringsOf([...square, ...square])).toHaveLength(2)
  expect(ringsOf(square)[0]?.[1]).toEqual({ lon: 110.2, lat: 40 })
})
