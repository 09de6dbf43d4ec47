import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Compounds and dwellings: found as they are said, with who lives and lived in them. */
export default defineModule({
  name: 'registry.dwellings',
  routes,
  menu: [
    {
      label: 'registry.dwellings.menu',
      route: 'registry-dwellings',
      group: 'shell.menu.registry',
      order: 30,
      anyOf: ['registry.dwelling.read'],
    },
  ],
  messages: { zh, en },
})
