import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Names } from '@/shared/i18n'

/** Colours are the house's own, so they follow the tokens. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#175a7a'
}

export function ownStyle(): Style {
  return new Style({ stroke: new Stroke({ color: token('--brand-deep'), width: 3 }) })
}

const short = (name: string) => name.replace(/ (Sub-district|Town|Community|Works Area|Cell)$/, '')

/** A part of the area with its name and how many dwellings it has, when there is room for them. */
export function partStyle(nameOf: (names: Names) => string, count: (n: number) => string) {
  const stroke = new Stroke({ color: token('--brand'), width: 1, lineDash: [4, 3] })
  const fill = new Fill({ color: token('--brand-wash') })
  const ink = new Fill({ color: token('--ink') })
  const halo = new Stroke({ color: token('--paper'), width: 3 })
  const font = `12px ${token('--font')}`
  return (feature: FeatureLike, resolution: number): Style => {
    const room = Math.sqrt(feature.get('squareMetres') as number) / resolution
    const dwellings = feature.get('dwellings') as number | undefined
    const lines = [short(nameOf(feature.get('names') as Names))]
    if (dwellings !== undefined) lines.push(count(dwellings))
    return new Style({
      stroke,
      fill,
      text:
        room > 40
          ? new Text({ text: lines.join('\n'), overflow: room > 70, font, fill: ink, stroke: halo })
          : undefined,
    })
  }
}

/** One style for every use, made once, because there may be ten thousand dots. */
export function dotStyle() {
  const dot = (colour: string) =>
    new Style({
      image: new CircleStyle({
        radius: 4,
        fill: new Fill({ color: token(colour) }),
        stroke: new Stroke({ color: token('--paper'), width: 1 }),
      }),
    })
  const lived = dot('--brand')
  const rented = dot('--soon')
  const empty = dot('--line-strong')
  const business = dot('--good')
  return (feature: FeatureLike): Style => {
    switch (feature.get('use') as string) {
      case 'RENTAL':
      case 'COLLECTIVE':
        return rented
      case 'VACANT':
        return empty
      case 'BUSINESS':
        return business
      default:
        return lived
    }
  }
}
