import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The data-rights desk: requests of people about their data, what is held about them, and how long. */
export default defineModule({
  name: 'rights',
  routes,
  menu: [
    {
      label: 'rights.receive.menu',
      route: 'rights-request-new',
      group: 'shell.menu.casework',
      order: 300,
      anyOf: ['rights.desk.use'],
    },
    {
      label: 'rights.desk.menu',
      route: 'rights-desk',
      group: 'shell.menu.casework',
      order: 310,
      anyOf: ['rights.desk.look'],
    },
    {
      label: 'rights.retention.menu',
      route: 'rights-retention',
      group: 'shell.menu.supervise',
      order: 820,
      anyOf: ['rights.retention.read'],
    },
  ],
  messages: { zh, en },
})
