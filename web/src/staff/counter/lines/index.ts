import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The lines to the departments: how they are doing, what waits, and where the two lists differ. */
export default defineModule({
  name: 'counter.lines',
  routes,
  menu: [
    {
      label: 'counter.lines.title',
      route: 'department-lines',
      group: 'shell.menu.counter',
      order: 60,
      anyOf: ['counter.line.read'],
    },
  ],
  messages: { zh, en },
})
