import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Vendors whose platforms send what sensors in homes say: connected here, and ended. */
export default defineModule({
  name: 'wearables.vendors',
  routes,
  menu: [
    {
      label: 'wearables.vendors.menu',
      route: 'wearables-vendors',
      group: 'shell.menu.care',
      order: 60,
      anyOf: ['wearables.vendor.keep'],
    },
  ],
  messages: { zh, en },
})
