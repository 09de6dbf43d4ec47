import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Parts of the base as files: with a purpose, a watermark and an end. */
export default defineModule({
  name: 'registry.exporting',
  routes,
  menu: [
    {
      label: 'registry.exporting.menu',
      route: 'registry-exports',
      group: 'shell.menu.registry',
      order: 90,
      anyOf: ['registry.export.run'],
    },
  ],
  messages: { zh, en },
})
