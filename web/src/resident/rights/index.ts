import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'

/** How a request about one's own data stands, for whoever holds its number. */
export default defineSurface({
  name: 'rights',
  routes: [
    {
      path: '/progress/data/:number?',
      name: 'rights-progress',
      component: () => import('./pages/RequestProgressPage.vue'),
      meta: { title: 'rights.title' },
    },
  ],
  messages: { zh, en },
})
