import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Changes from phones that were refused, only recorded, or failed: nothing vanishes silently. */
export default defineModule({
  name: 'sync.exceptions',
  routes,
  menu: [
    {
      label: 'sync.exceptions.menu',
      route: 'sync-exceptions',
      group: 'shell.menu.phones',
      order: 20,
      anyOf: ['sync.exception.read'],
    },
  ],
  messages: { zh, en },
})
