import type { FeatureLike } from 'ol/Feature'
import Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import LineString from 'ol/geom/LineString'
import Point from 'ol/geom/Point'
import { fromLonLat } from 'ol/proj'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Shape } from '@/shared/http'
import type { Place, Spot, Stop, Stretch } from '../track'

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#175a7a'
}

const pointOf = ({ lon, lat }: { lon: number; lat: number }): number[] => fromLonLat([lon, lat])

export const featuresOf = (outlines: Shape<'OutlinesView'>): Feature[] =>
  FORMAT.readFeatures(outlines) as Feature[]

const lineOf = (kind: 'way' | 'gap', spots: readonly Spot[]) =>
  new Feature({ geometry: new LineString(spots.map(pointOf)), kind })

/** A stretch of one spot is a dot. */
export const lineFeatures = (stretches: readonly Stretch[]): Feature[] =>
  stretches.map((stretch) =>
    stretch.length === 1
      ? new Feature({ geometry: new Point(pointOf(stretch[0])), kind: 'dot' })
      : lineOf('way', stretch),
  )

export const gapFeatures = (stretches: readonly Stretch[]): Feature[] =>
  stretches.slice(1).map((stretch, n) => lineOf('gap', [stretches[n]?.at(-1) ?? stretch[0], stretch[0]]))

export const stopFeature = (stop: Stop, text: string): Feature =>
  new Feature({ geometry: new Point(pointOf(stop)), kind: 'stop', text })

export const placeFeature = (place: Place): Feature =>
  new Feature({ geometry: new Point(pointOf(place)), kind: place.speed === undefined ? 'lost' : 'place' })

export function cellStyle() {
  const stroke = new Stroke({ color: token('--line-strong'), width: 1 })
  const fill = new Fill({ color: token('--paper') })
  return () => new Style({ stroke, fill })
}

function circle(colour: string, radius: number, edge = token('--paper')): CircleStyle {
  return new CircleStyle({
    radius,
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: edge, width: 2 }),
    // Of texts that would lie on each other one is left out, of dots none.
    declutterMode: 'none',
  })
}

/** The way, its gaps, its stops with how long they were, and the place of the moment, which is hollow while nothing is heard. */
export function wayStyle() {
  const brand = token('--brand')
  const paper = token('--paper')
  const bad = token('--bad')
  const styles = {
    way: new Style({ stroke: new Stroke({ color: brand, width: 3 }), zIndex: 1 }),
    gap: new Style({
      stroke: new Stroke({ color: token('--ink-faint'), width: 2, lineDash: [6, 8] }),
      zIndex: 0,
    }),
    dot: new Style({ image: circle(brand, 4), zIndex: 1 }),
    place: new Style({ image: circle(bad, 9), zIndex: 3 }),
    lost: new Style({ image: circle(paper, 8, bad), zIndex: 3 }),
  }
  return (feature: FeatureLike): Style => {
    const kind = feature.get('kind') as keyof typeof styles | 'stop'
    if (kind !== 'stop') return styles[kind]
    return new Style({
      image: circle(token('--soon'), 7),
      text: new Text({
        text: feature.get('text') as string,
        font: `12px ${token('--font')}`,
        offsetY: -16,
        fill: new Fill({ color: token('--ink') }),
        stroke: new Stroke({ color: paper, width: 3 }),
      }),
      zIndex: 2,
    })
  }
}
