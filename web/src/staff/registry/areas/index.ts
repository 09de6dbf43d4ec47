import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Areas: their figures, the lists behind them, and the map of dwellings. */
export default defineModule({
  name: 'registry.areas',
  routes,
  menu: [
    {
      label: 'registry.areas.menu',
      route: 'registry-area',
      group: 'shell.menu.registry',
      order: 20,
      anyOf: ['registry.figures.read'],
    },
  ],
  messages: { zh, en },
})
