import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Rehearsals of limits, procedures and calendars. */
export default defineModule({
  name: 'casework.rehearsal',
  routes,
  menu: [
    {
      label: 'casework.rehearsal.title',
      route: 'rehearsal',
      group: 'shell.menu.supervise',
      order: 200,
      anyOf: ['casework.rehearsal.run'],
    },
  ],
  messages: { zh, en },
})
