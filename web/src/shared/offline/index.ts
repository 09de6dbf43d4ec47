/** The offline engine (离线引擎): encrypted records, an outbox, photos, and the talk with the server. */
export type * from './types'
export { MERGE_UNITS } from './mergeUnits'
export { openPhone } from './phone'
export { installPhone, useDoor, usePhone, useWork } from './useOffline'
