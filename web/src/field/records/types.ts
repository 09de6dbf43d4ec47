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
export type Level = 'NORMAL' | 'URGENT'

export type GridEvent = {
  number?: string
  category?: string
  level?: Level
  description?: string
  state?: string
  turn?: string
  unit?: string
  cell?: string
  due?: string
  lon?: number
  lat?: number
  accuracy?: number
  placeText?: string
  reportedAt?: string
  reportedBy?: string
  /** This worker reported it. */
  mine?: boolean
  /** It is this worker's task. */
  task?: boolean
  handler?: string
  endedAt?: string
  photos?: readonly EventPhoto[]
  timeline?: readonly EventStep[]
  /** What whoever reads it may do now, in the procedure's codes. */
  actions?: readonly string[]
  remaining?: string
  joinedInto?: string
}

export type TargetKind = 'PERSON' | 'HOUSEHOLD' | 'DWELLING' | 'PLACE' | 'ORGANISATION'

export type Question = {
  code: string
  names: Names
  kind: 'YES_NO' | 'CHOICE' | 'NUMBER' | 'TEXT'
  required?: boolean
  options?: readonly { code: string; names: Names }[]
  /** The answer that is a finding. */
  finding?: string
  /** The category of the event that a finding reports; without one it is only noted. */
  category?: string
}

export type Template = {
  code?: string
  purpose?: string
  names: Names
  /** Whom it visits; the cell as a whole when there is none. */
  target?: TargetKind
  questions?: readonly Question[]
}

export type Plan = {
  template?: string
  targetKind?: TargetKind
  target?: string
  /** What a place, an organisation or the cell is called. */
  targetName?: string
  due?: string
  state?: 'DUE' | 'DONE' | 'SKIPPED'
  /** How often somebody came and met nobody. */
  attempts?: number
  visit?: string
}

export type VisitResult = 'DONE' | 'NOBODY_THERE' | 'NOT_WANTED'

export type Visit = {
  template?: string
  person?: string
  household?: string
  dwelling?: string
  organisation?: string
  place?: string
  plan?: string
  result?: VisitResult
  answers?: Readonly<Record<string, string>>
  /** What was found, in words. */
  findings?: string
  /** Events that findings have become. */
  events?: readonly string[]
  photos?: readonly string[]
  by?: string
  doneAt?: string
  occurredAt?: string
}

/** A group has no parent; only the kinds in it are reported. */
export type Category = {
  code?: string
  parent?: string
  rank?: number
  names: Names
  selfHandling?: boolean
  photos?: boolean
}

export type ConflictField = { base?: unknown; server?: unknown; proposed?: unknown }

export type Conflict = {
  type?: string
  entity?: string
  unit?: string
  fields?: Readonly<Record<string, ConflictField>>
  kind?: 'field' | 'duplicate' | 'edit-after-close' | 'out-of-scope' | 'validation'
  state?: 'open' | 'decided'
  openedAt?: string
  author?: string
  occurredAt?: string
  /** What each field was decided to be. */
  decision?: Readonly<Record<string, unknown>>
  reason?: string
  decidedBy?: string
  decidedAt?: string
}

export type Notice = {
  text?: Names
  about?: { type: string; id: string }
  at?: string
  kind?: string
}
