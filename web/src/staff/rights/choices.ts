import type { AskedBy, CorrectedField, RequestKind } from './api'

export const KINDS: readonly RequestKind[] = ['COPY', 'CORRECTION', 'OBJECTION', 'DELETION', 'EXPLANATION']

export const ASKED_BY: readonly AskedBy[] = ['SELF', 'GUARDIAN', 'RELATIVE', 'AUTHORISED']

export const FIELDS: readonly CorrectedField[] = [
  'NAME',
  'FORMER_NAME',
  'PINYIN',
  'MARITAL_STATUS',
  'EDUCATION',
  'OCCUPATION',
  'EMPLOYER',
  'NATIVE_PLACE',
  'REGISTERED_ADDRESS',
  'PHONE',
]

/** The documents somebody is likely to show. */
export const DOCUMENTS = [
  'RESIDENT_ID',
  'TEMPORARY_RESIDENT_ID',
  'HONG_KONG_MACAU_TAIWAN_RESIDENCE',
  'FOREIGN_PERMANENT_RESIDENCE',
  'PASSPORT',
] as const

export type DocumentKind = (typeof DOCUMENTS)[number]
