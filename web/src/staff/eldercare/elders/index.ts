import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Elder files: how somebody lives, what helpers must know, whom they call. */
export default defineModule({
  name: 'eldercare.elders',
  routes,
  menu: [
    {
      label: 'eldercare.elders.menu',
      route: 'eldercare-elders',
      group: 'shell.menu.care',
      order: 8,
      anyOf: ['eldercare.elder.read'],
    },
  ],
  messages: { zh, en },
})
