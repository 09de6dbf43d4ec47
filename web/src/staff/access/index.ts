import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Accounts and postings for administrators, the audit trail, and everybody's own sign-ins. */
export default defineModule({
  name: 'access',
  routes,
  menu: [
    {
      label: 'access.accounts.title',
      route: 'accounts',
      group: 'shell.menu.settings',
      order: 100,
      anyOf: ['access.account.read', 'access.people.read'],
    },
    {
      label: 'access.audit.title',
      route: 'audit',
      group: 'shell.menu.supervise',
      order: 800,
      anyOf: ['access.audit.read'],
    },
    { label: 'access.sessions.title', route: 'sessions', group: 'shell.menu.own', order: 920 },
  ],
  messages: { zh, en },
})
