import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Stock and health of care watches: who wears which, what they agreed to, when a watch was last heard of. */
export default defineModule({
  name: 'wearables.devices',
  routes,
  menu: [
    {
      label: 'wearables.devices.menu',
      route: 'wearables-devices',
      group: 'shell.menu.care',
      order: 20,
      anyOf: ['wearables.device.read'],
    },
  ],
  messages: { zh, en },
})
