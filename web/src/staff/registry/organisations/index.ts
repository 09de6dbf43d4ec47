import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Organisations: found by name, part, initials or credit code. */
export default defineModule({
  name: 'registry.organisations',
  routes,
  menu: [
    {
      label: 'registry.organisations.menu',
      route: 'registry-organisations',
      group: 'shell.menu.registry',
      order: 50,
      anyOf: ['registry.organisation.read'],
    },
  ],
  messages: { zh, en },
})
