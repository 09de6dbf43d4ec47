import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Places that people go to. */
export default defineModule({
  name: 'registry.places',
  routes,
  menu: [
    {
      label: 'registry.places.menu',
      route: 'registry-places',
      group: 'shell.menu.registry',
      order: 60,
      anyOf: ['registry.organisation.read'],
    },
  ],
  messages: { zh, en },
})
