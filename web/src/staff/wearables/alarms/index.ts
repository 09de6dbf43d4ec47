import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Where alarms of care watches ring: claimed by one person, called back, closed with what came of it. */
export default defineModule({
  name: 'wearables.alarms',
  routes,
  menu: [
    {
      label: 'wearables.alarms.menu',
      route: 'wearables-alarms',
      group: 'shell.menu.care',
      order: 10,
      anyOf: ['wearables.alarm.read'],
    },
  ],
  messages: { zh, en },
})
