import { defineAsyncComponent } from 'vue'
import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

/** What a watch can be told; the page of a device shows it. */
export default defineModule({ name: 'wearables.commands', messages: { zh, en } })

/** Takes `deviceId`. */
export const CommandsPanel = defineAsyncComponent(() => import('./components/CommandsPanel.vue'))
