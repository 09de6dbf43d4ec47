import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The boundaries of cells: split, merged, redrawn, and households moved between them. */
export default defineModule({
  name: 'grid.cells',
  routes,
  menu: [
    {
      label: 'grid.cells.menu',
      route: 'grid-cells',
      group: 'shell.menu.grid',
      order: 60,
      anyOf: ['grid.map.draw'],
    },
  ],
  messages: { zh, en },
})
