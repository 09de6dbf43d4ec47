import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

export { default as ElderCard } from './ElderCard.vue'

/** What the parts of elder care share: how an elder lives, and whom to call. */
export default defineModule({ name: 'eldercare', messages: { zh, en } })
