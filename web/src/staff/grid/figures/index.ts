import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The grids in figures, by place; and everybody's own, which nobody else sees. */
export default defineModule({
  name: 'grid.figures',
  routes,
  menu: [
    {
      label: 'grid.figures.menu',
      route: 'grid-figures',
      group: 'shell.menu.grid',
      order: 50,
      anyOf: ['grid.figures.read'],
    },
  ],
  messages: { zh, en },
})
