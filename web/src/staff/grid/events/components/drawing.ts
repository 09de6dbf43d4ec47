import type { FeatureLike } from 'ol/Feature'
import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import Point from 'ol/geom/Point'
import { fromLonLat } from 'ol/proj'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Outlines } from '../api'

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#175a7a'
}

export const featuresOf = (outlines: Outlines): Feature[] => FORMAT.readFeatures(outlines) as Feature[]

export interface Spot {
  id: string
  lon: number
  lat: number
  kind: 'own' | 'joined' | 'near'
}

export function spotOf(spot: Spot): Feature {
  const feature = new Feature({ geometry: new Point(fromLonLat([spot.lon, spot.lat])), kind: spot.kind })
  feature.setId(spot.id)
  return feature
}

/** A cell with its number; the event's own is filled stronger. */
export function cellStyle(own: string) {
  const stroke = new Stroke({ color: token('--brand'), width: 1 })
  const wash = new Fill({ color: token('--paper') })
  const chosen = new Fill({ color: token('--brand-wash') })
  const ink = new Fill({ color: token('--ink-soft') })
  const halo = new Stroke({ color: token('--paper'), width: 3 })
  return (feature: FeatureLike): Style =>
    new Style({
      stroke,
      fill: feature.getId() === own ? chosen : wash,
      text: new Text({
        text: String(feature.getId()).slice(12),
        font: `12px ${token('--font')}`,
        fill: ink,
        stroke: halo,
      }),
    })
}

const COLOURS = { own: '--bad', joined: '--soon', near: '--ink-faint' } as const

export function spotStyle(feature: FeatureLike): Style {
  const kind = feature.get('kind') as Spot['kind']
  return new Style({
    image: new CircleStyle({
      radius: kind === 'own' ? 8 : 6,
      fill: new Fill({ color: token(COLOURS[kind]) }),
      stroke: new Stroke({ color: token('--paper'), width: 2 }),
    }),
    zIndex: kind === 'own' ? 1 : 0,
  })
}
