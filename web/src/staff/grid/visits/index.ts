import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** What is to be visited, how much of it is done, and what was found. */
export default defineModule({
  name: 'grid.visits',
  routes,
  menu: [
    {
      label: 'grid.visits.menu',
      route: 'grid-visits',
      group: 'shell.menu.grid',
      order: 40,
      anyOf: ['grid.visit.read'],
    },
  ],
  messages: { zh, en },
})
