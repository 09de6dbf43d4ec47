import type Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Names } from '@/shared/i18n'
import type { Outlines } from '../api'

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

/** The map's features of what the server sent. */
export function featuresOf(outlines: Outlines | undefined): Feature[] {
  return outlines ? FORMAT.readFeatures(outlines) : []
}

/** A division's colour on the map is the house's own, so it follows the tokens. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#175a7a'
}

export function ownStyle(): Style {
  return new Style({ stroke: new Stroke({ color: token('--brand-deep'), width: 3 }) })
}

/** A label says which one; of what kind all of them are, the page says. */
const short = (name: string) => name.replace(/ (Sub-district|Town|Community|Works Area|Cell)$/, '')

/** Filled thinly, labelled when there is room, stronger where it is chosen. */
export function insideStyle(nameOf: (names: Names) => string, chosen: () => string | undefined) {
  return (feature: unknown, resolution: number): Style => {
    const each = feature as Feature
    const isChosen = each.getId() === chosen()
    const room = Math.sqrt(each.get('squareMetres') as number) / resolution
    return new Style({
      stroke: new Stroke({ color: token('--brand'), width: isChosen ? 3 : 1 }),
      fill: new Fill({ color: token(isChosen ? '--soon-wash' : '--brand-wash') }),
      zIndex: isChosen ? 1 : 0,
      text:
        room > 40
          ? new Text({
              text: short(nameOf(each.get('names') as Names)),
              overflow: room > 70,
              font: `12px ${token('--font')}`,
              fill: new Fill({ color: token('--ink') }),
              stroke: new Stroke({ color: token('--paper'), width: 3 }),
            })
          : undefined,
    })
  }
}
