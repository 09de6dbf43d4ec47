import type { Shape } from '@/shared/http'

export type DocumentKind = Shape<'CardHolderView'>['documentKind']

/** Who stands at the window, as typed from a document the reader could not read. */
export interface EnteredDocument {
  kind: DocumentKind
  number: string
  name: string
  birth?: string
}

export const KINDS: DocumentKind[] = [
  'RESIDENT_ID',
  'TEMPORARY_RESIDENT_ID',
  'HOUSEHOLD_REGISTER',
  'HONG_KONG_MACAU_TAIWAN_RESIDENCE',
  'HONG_KONG_MACAU_PASS',
  'TAIWAN_PASS',
  'FOREIGN_PERMANENT_RESIDENCE',
  'FOREIGN_RESIDENCE_PERMIT',
  'PASSPORT',
  'OFFICER',
  'ARMED_POLICE',
]

const WITH_ID_NUMBER = new Set<DocumentKind>([
  'RESIDENT_ID',
  'TEMPORARY_RESIDENT_ID',
  'HOUSEHOLD_REGISTER',
  'HONG_KONG_MACAU_TAIWAN_RESIDENCE',
])

/** Whether the document's number is a citizen identity number and can be checked here. */
export const holdsIdNumber = (kind: DocumentKind): boolean => WITH_ID_NUMBER.has(kind)
