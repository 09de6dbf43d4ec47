import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The phones that hold cells: last contact, what waits on them, and ending one that is lost. */
export default defineModule({
  name: 'sync.devices',
  routes,
  menu: [
    {
      label: 'sync.devices.menu',
      route: 'sync-devices',
      group: 'shell.menu.phones',
      order: 30,
      anyOf: ['sync.device.read'],
    },
  ],
  messages: { zh, en },
})
