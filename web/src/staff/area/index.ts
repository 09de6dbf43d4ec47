import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Divisions, units and the map of the district. */
export default defineModule({
  name: 'area',
  routes,
  menu: [{ label: 'area.menu', route: 'area', group: 'shell.menu.settings', order: 100 }],
  messages: { zh, en },
})
