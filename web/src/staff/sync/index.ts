import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

/** What all desks for phones say in the same words. */
export default defineModule({ name: 'sync', messages: { zh, en } })
