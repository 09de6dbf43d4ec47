import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { listMandates, residentOf, type Mandate } from './api'

/** Mandates: who acts for whom, in which matters, until when. */
export default defineModule({
  name: 'counter.mandates',
  routes,
  menu: [
    {
      label: 'counter.mandates.menu',
      route: 'counter-mandates',
      group: 'shell.menu.counter',
      order: 40,
      anyOf: ['counter.mandate.read'],
    },
  ],
  messages: { zh, en },
})
