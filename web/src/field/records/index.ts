import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'

/** What is on the phone, in words and put together. It has no screens of its own. */
export default defineSurface({ name: 'field.records', routes: [], messages: { zh, en } })

export type * from './types'
export { writtenAddress, writtenBuilding, writtenDoor } from './address'
export { buildingKey, type Building, type Homes } from './homes'
export { effects } from './effects'
export { search, type Found } from './search'
export { useHomes } from './useHomes'
export type { CodeTable } from './codes'
export { useWords } from './useWords'
export { default as PersonRow } from './PersonRow.vue'
