import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Procedures: their diagrams, versions and publishing. */
export default defineModule({
  name: 'casework.procedures',
  routes,
  menu: [
    {
      label: 'casework.procedures.title',
      route: 'procedures',
      group: 'shell.menu.settings',
      order: 100,
      anyOf: ['casework.procedure.view'],
    },
  ],
  messages: { zh, en },
})
