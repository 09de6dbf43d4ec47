import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The account's own matters. */
export default defineModule({
  name: 'account',
  routes,
  menu: [
    { label: 'account.menu.password', route: 'password', group: 'shell.menu.own', order: 900 },
    { label: 'account.menu.factor', route: 'second-factor', group: 'shell.menu.own', order: 910 },
  ],
  messages: { zh, en },
})
