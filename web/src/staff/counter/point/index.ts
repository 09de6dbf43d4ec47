import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The agency point: errands taken for residents under their mandates, and their way to the station. */
export default defineModule({
  name: 'counter.point',
  routes,
  menu: [
    {
      label: 'counter.point.menu',
      route: 'counter-point',
      group: 'shell.menu.counter',
      order: 15,
      anyOf: ['counter.handover.make'],
    },
    {
      label: 'counter.point.handovers.title',
      route: 'counter-handovers',
      group: 'shell.menu.counter',
      order: 45,
      anyOf: ['counter.handover.take'],
    },
  ],
  home: [
    { component: () => import('./components/PointCard.vue'), order: 10, anyOf: ['counter.handover.make'] },
  ],
  messages: { zh, en },
})
