/** The documents a resident is likely to show. */
export const KINDS = [
  'RESIDENT_ID',
  'HONG_KONG_MACAU_TAIWAN_RESIDENCE',
  'FOREIGN_PERMANENT_RESIDENCE',
  'PASSPORT',
] as const
