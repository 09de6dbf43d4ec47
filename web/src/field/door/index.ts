import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'

/** What stands between the phone in somebody's hand and the people on it. */
export default defineSurface({ name: 'field.door', routes: [], messages: { zh, en } })

export { default as DoorPage } from './DoorPage.vue'
export { default as SignInDoor } from './SignInDoor.vue'
