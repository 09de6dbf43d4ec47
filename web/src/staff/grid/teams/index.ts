import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Who works in which cell, and where nobody does. */
export default defineModule({
  name: 'grid.teams',
  routes,
  menu: [
    {
      label: 'grid.teams.menu',
      route: 'grid-teams',
      group: 'shell.menu.grid',
      order: 20,
      anyOf: ['grid.team.read'],
    },
    {
      label: 'grid.teams.coverage.menu',
      route: 'grid-coverage',
      group: 'shell.menu.grid',
      order: 30,
      anyOf: ['grid.team.read'],
    },
  ],
  messages: { zh, en },
})
