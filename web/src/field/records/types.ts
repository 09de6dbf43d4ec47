import type { Names } from '@/shared/i18n'

/** Records as the server's collections give them; every field may be missing on a record that is only partly known. */

export type Person = {
  name?: string
  formerName?: string
  sex?: Sex
  birth?: string
  documentKind?: string
  /** Masked: a phone holds nobody's full identity number. */
  documentNumber?: string
  phone?: string
  maritalStatus?: string
  education?: string
  occupation?: string
  employer?: string
  standing?: 'PRESENT' | 'LEFT' | 'DECEASED'
  standingSince?: string
  household?: string
  relation?: string
  dwelling?: string
  residence?: ResidenceKind
  residenceId?: string
  residenceFrom?: string
  inflowReason?: string
  mark?: string
}

export type Sex = 'MALE' | 'FEMALE' | 'UNKNOWN' | 'UNSTATED'
export type ResidenceKind = 'REGISTERED_HERE' | 'FLOATING' | 'LIVING_ELSEWHERE' | 'RENTAL'

export type Household = {
  number?: string
  kind?: 'FAMILY' | 'COLLECTIVE'
  head?: string
  dwelling?: string
}

export type DwellingUse = 'OWNER_OCCUPIED' | 'RENTAL' | 'VACANT' | 'BUSINESS' | 'COLLECTIVE' | 'OTHER'

export type Dwelling = {
  compound?: string
  compoundName?: string
  community?: string
  building?: string
  unit?: string
  floor?: number
  room?: string
  use?: DwellingUse
  squareMetres?: number
  lon?: number
  lat?: number
}

export type EventPhoto = { id: string; stage: 'BEFORE' | 'AFTER' | 'NOTE' }
export type EventStep = { at: string; action: string; by?: string; note?: string }

export type GridEvent = {
  number?: string
  category?: string
  level?: string
  title?: string
  description?: string
  state?: string
  turn?: string
  due?: string
  lon?: number
  lat?: number
  accuracy?: number
  placeText?: string
  reportedAt?: string
  reportedBy?: string
  mine?: boolean
  handler?: string
  photos?: readonly EventPhoto[]
  timeline?: readonly EventStep[]
  /** What whoever reads it may do now, in the procedure's codes. */
  actions?: readonly string[]
  remaining?: string
  joinedInto?: string
}

export type Question = {
  code: string
  names: Names
  kind: 'YES_NO' | 'CHOICE' | 'MANY' | 'TEXT' | 'NUMBER'
  options?: readonly { code: string; names: Names }[]
  required?: boolean
  /** The answer that is a finding. */
  finding?: string
}

export type TargetKind = 'PERSON' | 'HOUSEHOLD' | 'DWELLING' | 'PLACE'

export type Template = {
  code?: string
  names: Names
  target?: TargetKind
  questions?: readonly Question[]
}

export type Plan = {
  template?: string
  targetKind?: TargetKind
  target?: string
  targetName?: string
  due?: string
  state?: string
}

export type Visit = {
  template?: string
  person?: string
  household?: string
  dwelling?: string
  place?: string
  plan?: string
  plannedFor?: string
  doneAt?: string
  by?: string
  answers?: Readonly<Record<string, unknown>>
  findings?: string
  photos?: readonly string[]
  result?: string
}

export type Category = { code?: string; names: Names; parent?: string; level?: string; rank?: number }
export type Code = { table?: string; code?: string; names: Names; rank?: number }

export type ConflictField = { base?: unknown; server?: unknown; proposed?: unknown }

export type Conflict = {
  type?: string
  entity?: string
  unit?: string
  fields?: Readonly<Record<string, ConflictField>>
  kind?: string
  state?: string
  author?: string
  occurredAt?: string
  decision?: string
  reason?: string
}

export type Notice = {
  text?: Names
  about?: { type: string; id: string }
  at?: string
  kind?: string
}
