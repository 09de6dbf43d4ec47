import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The 12349 desk: calls ring, one operator takes each, and it ends with what came of it. */
export default defineModule({
  name: 'eldercare.calls',
  routes,
  menu: [
    {
      label: 'eldercare.calls.menu',
      route: 'eldercare-calls',
      group: 'shell.menu.care',
      order: 5,
      anyOf: ['eldercare.call.read'],
    },
  ],
  messages: { zh, en },
})
