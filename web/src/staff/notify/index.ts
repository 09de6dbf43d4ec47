import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The bell in the header and the inbox behind it. */
export default defineModule({
  name: 'notify',
  routes,
  header: [{ component: () => import('./components/NoticeBell.vue'), order: 10 }],
  messages: { zh, en },
})
