import Feature from 'ol/Feature'
import { intersects, type Extent } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import Point from 'ol/geom/Point'
import { fromLonLat } from 'ol/proj'
import type VectorSource from 'ol/source/Vector'
import { onScopeDispose, ref } from 'vue'
import { countDwellings, listSpots, readOutlines, type Division, type Spot } from '../api'

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

/** Metres a pixel from which on a building is told from its neighbour. */
const NEAR = 5

/** As many communities as are kept at once; more would be slow to draw. */
const KEPT = 6

const BELOW: Partial<Record<number, Division['level']>> = {
  6: 'SUB_DISTRICT',
  9: 'COMMUNITY',
  12: 'GRID_CELL',
}

interface Sources {
  own: VectorSource
  parts: VectorSource
  dots: VectorSource
}

/** Reads what the map shows: the area's outline, its parts with their counts, and dwellings where the view is near. */
export function useDwellingLayers(code: () => string, { own, parts, dots }: Sources) {
  const reading = ref(false)
  const failed = ref(false)
  const shown = ref(0)
  const communities = new Map<string, Extent>()
  const loaded = new Map<string, Feature[]>()
  let current = new AbortController()
  onScopeDispose(() => current.abort())

  /** Draws the area and its parts; false when another area was asked for meanwhile. */
  async function outlines(): Promise<boolean> {
    current.abort()
    const mine = (current = new AbortController())
    const area = code()
    const level = BELOW[area.length]
    failed.value = false
    try {
      const [whole, inside, counts, near] = await Promise.all([
        readOutlines(area, undefined, mine.signal),
        level && readOutlines(area, level, mine.signal),
        level && countDwellings(area, level, mine.signal),
        area.length < 12 ? readOutlines(area, 'COMMUNITY', mine.signal) : undefined,
      ])
      if (mine !== current) return false
      for (const source of [own, parts, dots]) source.clear()
      loaded.clear()
      communities.clear()
      own.addFeatures(FORMAT.readFeatures(whole))
      const many = new Map(counts?.map((one) => [one.division, one.dwellings]))
      for (const feature of inside ? FORMAT.readFeatures(inside) : []) {
        const part = String(feature.getId())
        feature.setProperties({ part, dwellings: many.get(part) ?? 0 })
        parts.addFeature(feature)
      }
      for (const feature of FORMAT.readFeatures(near ?? whole)) {
        const extent = feature.getGeometry()?.getExtent()
        if (extent) communities.set(String(feature.getId()), extent)
      }
      return true
    } catch {
      if (mine === current) failed.value = true
      return false
    }
  }

  /** Reads the dwellings of the communities in view, the nearest view only, and forgets those that left it. */
  async function look(view: Extent, resolution: number): Promise<void> {
    const near = code().length >= 12 || resolution <= NEAR
    const wanted = near
      ? [...communities].filter(([, extent]) => intersects(view, extent)).slice(0, KEPT)
      : []
    for (const [community, features] of loaded) {
      if (wanted.some(([one]) => one === community)) continue
      dots.removeFeatures(features)
      loaded.delete(community)
    }
    const mine = current
    reading.value = wanted.some(([community]) => !loaded.has(community))
    for (const [community] of wanted) {
      if (loaded.has(community)) continue
      loaded.set(community, [])
      try {
        const read = await listSpots(community, mine.signal)
        if (mine !== current || !loaded.has(community)) return
        const features = read.map((spot) => {
          const feature = new Feature(new Point(fromLonLat([spot.lon, spot.lat])))
          feature.setProperties({ spot, community })
          return feature
        })
        loaded.set(community, features)
        dots.addFeatures(features)
      } catch {
        loaded.delete(community)
        if (mine === current) failed.value = true
      }
    }
    reading.value = false
    shown.value = dots
      .getFeatures()
      .reduce((sum, feature) => sum + (feature.get('spot') as Spot).dwellings, 0)
  }

  return { outlines, look, reading, failed, shown }
}
