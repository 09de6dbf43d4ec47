import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The catalogue of service items: guides, versions, publishing. */
export default defineModule({
  name: 'counter.catalogue',
  routes,
  menu: [
    {
      label: 'counter.catalogue.menu',
      route: 'items',
      group: 'shell.menu.counter',
      order: 60,
      anyOf: ['counter.item.read'],
    },
  ],
  messages: { zh, en },
})
