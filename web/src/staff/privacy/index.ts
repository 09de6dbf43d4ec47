import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The ledger of personal data shown in full. */
export default defineModule({
  name: 'privacy',
  routes,
  menu: [
    {
      label: 'privacy.disclosures.title',
      route: 'disclosures',
      group: 'shell.menu.supervise',
      order: 810,
      anyOf: ['privacy.disclosure.read'],
    },
  ],
  messages: { zh, en },
})
