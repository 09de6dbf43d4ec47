import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Where a person decides what a phone and the office say differently. */
export default defineModule({
  name: 'sync.conflicts',
  routes,
  menu: [
    {
      label: 'sync.conflicts.menu',
      route: 'sync-conflicts',
      group: 'shell.menu.phones',
      order: 10,
      anyOf: ['sync.conflict.read'],
    },
  ],
  messages: { zh, en },
})
