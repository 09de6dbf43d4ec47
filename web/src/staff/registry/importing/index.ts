import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { save } from './save'

/** Sheets on their way into the base: sent, their columns named, checked, and then imported or not. */
export default defineModule({
  name: 'registry.importing',
  routes,
  menu: [
    {
      label: 'registry.importing.menu',
      route: 'registry-imports',
      group: 'shell.menu.registry',
      order: 80,
      anyOf: ['registry.import.run'],
    },
  ],
  messages: { zh, en },
})
