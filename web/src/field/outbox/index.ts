import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** Between the phone and the server: what is unsent, what was refused, what conflicts, and what the office tells. */
export default defineSurface({
  name: 'field.outbox',
  routes: [
    { path: '/outbox', name: 'outbox', component: () => import('./pages/OutboxPage.vue') },
    { path: '/conflicts', name: 'conflicts', component: () => import('./pages/ConflictsPage.vue') },
    {
      path: '/conflict/:id',
      name: 'conflict',
      component: () => import('./pages/ConflictPage.vue'),
      props: true,
    },
    { path: '/notices', name: 'notices', component: () => import('./pages/NoticesPage.vue') },
  ],
  messages: { zh, en },
})

export { useWaiting } from './useWaiting'
