import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'

/** What residents read before they come. */
export default defineSurface({
  name: 'guide',
  routes: [
    {
      path: '/guide',
      name: 'guides',
      component: () => import('./pages/GuidesPage.vue'),
      meta: { title: 'guide.title' },
    },
    {
      path: '/guide/:code',
      name: 'guide',
      component: () => import('./pages/GuidePage.vue'),
      props: true,
      meta: { title: 'guide.title' },
    },
  ],
  messages: { zh, en },
})
