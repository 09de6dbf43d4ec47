import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import CircleGeometry from 'ol/geom/Circle'
import Point from 'ol/geom/Point'
import { fromLonLat, getPointResolution } from 'ol/proj'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Evidence } from '@/shared/offline'
import type { Names } from '@/shared/i18n'
import type { Outlines } from '../outlines'

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

/** Something of the cell at a place; `label` is written beside it when there is room. */
export interface Spot {
  id: string
  kind: 'building' | 'event'
  lon: number
  lat: number
  label: string
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

export const outlineFeatures = (outlines: readonly Outlines[]): Feature[] =>
  outlines.flatMap((one) => FORMAT.readFeatures(one))

export function outlineStyle(mine: ReadonlySet<string>, nameOf: (names: Names) => string) {
  return (feature: unknown): Style => {
    const each = feature as Feature
    const own = mine.has(String(each.getId()))
    return new Style({
      zIndex: own ? 1 : 0,
      stroke: new Stroke({ color: token(own ? '--brand' : '--line-strong'), width: own ? 3 : 1 }),
      fill: new Fill({ color: own ? 'rgba(228, 239, 244, 0.9)' : 'rgba(255, 255, 255, 0.6)' }),
      text: new Text({
        text: nameOf(each.get('names') as Names),
        font: `${own ? '600 15px' : '13px'} ${token('--font')}`,
        fill: new Fill({ color: token(own ? '--brand-deep' : '--ink-soft') }),
        stroke: new Stroke({ color: '#fff', width: 4 }),
      }),
    })
  }
}

export function spotFeature(spot: Spot): Feature {
  const feature = new Feature({ geometry: new Point(fromLonLat([spot.lon, spot.lat])), spot })
  feature.setId(spot.id)
  return feature
}

/** Metres to a pixel from which labels of buildings have room. */
const LABELS_BELOW = 1.6

export function spotStyle(feature: unknown, resolution: number): Style {
  const spot = (feature as Feature).get('spot') as Spot
  const event = spot.kind === 'event'
  const fill = new Fill({ color: token(event ? '--bad' : '--brand') })
  const stroke = new Stroke({ color: '#fff', width: 2.5 })
  return new Style({
    zIndex: event ? 2 : 1,
    image: event
      ? new RegularShape({ points: 3, radius: 14, fill, stroke, declutterMode: 'none' })
      : new CircleStyle({ radius: 9, fill, stroke, declutterMode: 'none' }),
    text:
      event || resolution < LABELS_BELOW
        ? new Text({
            text: spot.label,
            offsetY: 22,
            font: `600 13px ${token('--font')}`,
            fill: new Fill({ color: token('--ink') }),
            stroke: new Stroke({ color: '#fff', width: 4 }),
          })
        : undefined,
  })
}

/** Where one stands, and the circle in which one may stand. */
export function ownFeatures({ lon, lat, accuracy }: Evidence): Feature[] {
  const centre = fromLonLat([lon, lat])
  const metre = 1 / getPointResolution('EPSG:3857', 1, centre)
  const circle = new Feature(new CircleGeometry(centre, accuracy * metre))
  circle.setStyle(
    new Style({
      fill: new Fill({ color: 'rgba(194, 65, 12, 0.15)' }),
      stroke: new Stroke({ color: '#c2410c', width: 1.5 }),
    }),
  )
  const point = new Feature(new Point(centre))
  point.setStyle(
    new Style({
      image: new CircleStyle({
        radius: 8,
        fill: new Fill({ color: '#c2410c' }),
        stroke: new Stroke({ color: '#fff', width: 3 }),
      }),
    }),
  )
  return [circle, point]
}
