import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Telephone systems that report calls to 12349: connected here, given new keys, and ended. */
export default defineModule({
  name: 'eldercare.trunks',
  routes,
  menu: [
    {
      label: 'eldercare.trunks.menu',
      route: 'eldercare-trunks',
      group: 'shell.menu.care',
      order: 40,
      anyOf: ['eldercare.trunk.keep'],
    },
  ],
  messages: { zh, en },
})
