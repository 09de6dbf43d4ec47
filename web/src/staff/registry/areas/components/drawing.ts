import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Names } from '@/shared/i18n'
import type { Spot } from '../api'

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

/** Uses that are told apart, and the colour of each. */
export const USE_COLOURS = {
  OWNER_OCCUPIED: '--brand',
  RENTAL: '--soon',
  VACANT: '--line-strong',
  BUSINESS: '--good',
} as const

/** Below so many metres a pixel a building has room for its number. */
const NUMBERED = 1.2

function coloured(use: string): keyof typeof USE_COLOURS {
  if (use === 'COLLECTIVE') return 'RENTAL'
  return use in USE_COLOURS ? (use as keyof typeof USE_COLOURS) : 'OWNER_OCCUPIED'
}

/** A dwelling is a dot, a building with many doors a square; from near it has its number. */
export function spotStyle(building: (number: string) => string) {
  const outline = new Stroke({ color: token('--paper'), width: 1.5 })
  const ink = new Fill({ color: token('--ink') })
  const font = `12px ${token('--font')}`
  const images = new Map<string, CircleStyle | RegularShape>()
  const image = (use: keyof typeof USE_COLOURS, many: boolean) => {
    const key = `${use} ${many}`
    const fill = new Fill({ color: token(USE_COLOURS[use]) })
    const made =
      images.get(key) ??
      (many
        ? new RegularShape({ points: 4, radius: 9, angle: Math.PI / 4, fill, stroke: outline })
        : new CircleStyle({ radius: 5, fill, stroke: outline }))
    images.set(key, made)
    return made
  }
  return (feature: FeatureLike, resolution: number): Style => {
    const spot = feature.get('spot') as Spot
    const named = spot.building !== '' && resolution < NUMBERED
    return new Style({
      image: image(coloured(spot.use), spot.dwellings > 1),
      text: named
        ? new Text({
            text: building(spot.building),
            font,
            offsetY: 16,
            fill: ink,
            stroke: new Stroke({ color: token('--paper'), width: 3 }),
          })
        : undefined,
    })
  }
}
