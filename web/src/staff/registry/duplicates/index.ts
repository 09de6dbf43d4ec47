import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Records that may be one person: compared side by side, merged by a second pair of eyes, parted again. */
export default defineModule({
  name: 'registry.duplicates',
  routes,
  menu: [
    {
      label: 'registry.duplicates.menu',
      route: 'registry-duplicates',
      group: 'shell.menu.registry',
      order: 70,
      anyOf: ['registry.duplicate.review'],
    },
  ],
  messages: { zh, en },
})
