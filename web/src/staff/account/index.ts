import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The account's own matters. */
export default defineModule({
  name: 'account',
  routes,
  menu: [{ label: 'account.menu', route: 'password', group: 'shell.menu.settings', order: 900 }],
  messages: { zh, en },
})
