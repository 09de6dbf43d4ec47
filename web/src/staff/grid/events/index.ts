import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { default as EventList } from './components/EventList.vue'
export type { EventRow } from './api'

/** The event desk: what was reported, who handles it, and whether it is fixed. */
export default defineModule({
  name: 'grid.events',
  routes,
  menu: [
    {
      label: 'grid.events.menu',
      route: 'grid-events',
      group: 'shell.menu.grid',
      order: 10,
      anyOf: ['grid.event.read'],
    },
  ],
  messages: { zh, en },
})
