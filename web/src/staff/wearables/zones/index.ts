import { defineAsyncComponent } from 'vue'
import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

/** Safe zones and limits of whoever wears a watch; the page of a device shows both. */
export default defineModule({ name: 'wearables.zones', messages: { zh, en } })

/** Takes `deviceId`. */
export const ZonesPanel = defineAsyncComponent(() => import('./components/ZonesPanel.vue'))

/** Takes `deviceId`. */
export const LimitsPanel = defineAsyncComponent(() => import('./components/LimitsPanel.vue'))
