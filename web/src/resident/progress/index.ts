import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'

/** How a matter stands, for whoever holds its number. */
export default defineSurface({
  name: 'progress',
  routes: [
    {
      path: '/progress/:number?',
      name: 'progress',
      component: () => import('./pages/ProgressPage.vue'),
      meta: { title: 'progress.title' },
    },
  ],
  messages: { zh, en },
})
