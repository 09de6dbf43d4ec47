import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

export { default as AddressInput } from './AddressInput.vue'
export { default as PersonChoice } from './PersonChoice.vue'
export type { PersonFound, SuggestedAddress } from './shared'
export { default as RestrictedMark } from './RestrictedMark.vue'

/** What all parts of the base say in the same words. */
export default defineModule({ name: 'registry', messages: { zh, en } })
