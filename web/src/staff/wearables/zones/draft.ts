import type { Corner, Hours, Zone, ZoneForm } from './api'

/** A zone while it is drawn. */
export interface Draft {
  id?: number
  name: string
  kind: 'circle' | 'polygon'
  centre?: Corner
  /** In metres; empty while it is typed. */
  radius: number | ''
  corners: Corner[]
  leaving: boolean
  entering: boolean
  hours?: Hours
}

/** What the pen draws of it. */
export type Drawn = Pick<Draft, 'centre' | 'radius'> | Pick<Draft, 'corners'>

const USUAL_RADIUS = 300
const EVERY_DAY = 127
const LEAST_CORNERS = 3

/** Days of the week as the server adds them up, from Monday. */
export const DAYS = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((name, n) => ({
  name,
  bit: 1 << n,
}))

export const NIGHTS: Hours = { days: EVERY_DAY, from: '22:00', to: '06:00' }

const minutes = (time: string) => time.slice(0, 5)

export const hoursOf = ({ days, from, to }: Hours): Hours => ({ days, from: minutes(from), to: minutes(to) })

/** A new zone is a circle around where somebody was last, which can be saved without a mouse. */
export const newDraft = (place: Corner | undefined): Draft => ({
  name: '',
  kind: 'circle',
  centre: place,
  radius: USUAL_RADIUS,
  corners: [],
  leaving: true,
  entering: false,
})

export const draftOf = (zone: Zone): Draft => ({
  id: zone.id,
  name: zone.name,
  kind: zone.centre ? 'circle' : 'polygon',
  centre: zone.centre ?? undefined,
  radius: zone.radius ?? USUAL_RADIUS,
  corners: [...zone.corners],
  leaving: zone.leaving,
  entering: zone.entering,
  hours: zone.hours ? hoursOf(zone.hours) : undefined,
})

/** Whether there is something on the map to save. */
export const isDrawn = (draft: Draft): boolean =>
  draft.kind === 'circle' ? Boolean(draft.centre) : draft.corners.length >= LEAST_CORNERS

export function formOf({ name, kind, centre, radius, corners, leaving, entering, hours }: Draft): ZoneForm {
  const shape = kind === 'circle' ? { centre, radius: radius === '' ? 0 : radius } : { corners }
  return { name, leaving, entering, hours, ...shape }
}

export const isOn = (days: number, day: number): boolean => (days & day) !== 0
