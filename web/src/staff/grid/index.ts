import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

export { default as AreaPath } from './AreaPath.vue'
export { useAreaChoice } from './useAreaChoice'
export { usePlaceNames } from './usePlaceNames'

/** What all pages of the grids say in the same words. */
export default defineModule({ name: 'grid', messages: { zh, en } })
