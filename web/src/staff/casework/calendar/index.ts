import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The working calendar. */
export default defineModule({
  name: 'casework.calendar',
  routes,
  menu: [
    {
      label: 'casework.calendar.title',
      route: 'calendar',
      group: 'shell.menu.settings',
      order: 110,
      anyOf: ['casework.calendar.view'],
    },
  ],
  messages: { zh, en },
})
