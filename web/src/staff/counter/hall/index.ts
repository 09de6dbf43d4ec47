import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The hall: queue board, windows, check-in desk, and its figures. */
export default defineModule({
  name: 'counter.hall',
  routes,
  menu: [
    {
      label: 'counter.hall.menu.board',
      route: 'hall-board',
      group: 'shell.menu.counter',
      order: 20,
      anyOf: ['counter.visit.read', 'counter.visit.check-in'],
    },
    {
      label: 'counter.hall.menu.figures',
      route: 'hall-figures',
      group: 'shell.menu.supervise',
      order: 30,
      anyOf: ['counter.figures.read'],
    },
  ],
  messages: { zh, en },
})
