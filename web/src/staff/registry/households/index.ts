import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Households: who belongs to them, how they are related, who lives where. */
export default defineModule({
  name: 'registry.households',
  routes,
  menu: [
    {
      label: 'registry.households.menu',
      route: 'registry-households',
      group: 'shell.menu.registry',
      order: 25,
      anyOf: ['registry.dwelling.read'],
    },
  ],
  messages: { zh, en },
})
