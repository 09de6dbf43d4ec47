import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The clerk's one screen from card to receipt, and the errands it took in. */
export default defineModule({
  name: 'counter.desk',
  routes,
  menu: [
    {
      label: 'counter.desk.menu',
      route: 'counter-desk',
      group: 'shell.menu.counter',
      order: 10,
      anyOf: ['counter.visit.call'],
    },
    {
      label: 'counter.desk.errands.title',
      route: 'counter-errands',
      group: 'shell.menu.counter',
      order: 20,
      anyOf: ['counter.errand.read'],
    },
  ],
  home: [{ component: () => import('./components/DeskCard.vue'), order: 10, anyOf: ['counter.visit.call'] }],
  messages: { zh, en },
})
