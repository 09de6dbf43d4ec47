import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** The first screen. */
export default defineSurface({
  name: 'field.today',
  routes: [{ path: '/today', name: 'today', component: () => import('./pages/TodayPage.vue') }],
  messages: { zh, en },
})
