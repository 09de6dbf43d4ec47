import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** Events in the field: reporting, tasks to handle, and checking what others did. */
export default defineSurface({
  name: 'field.events',
  routes: [
    { path: '/report', name: 'report', component: () => import('./pages/ReportPage.vue') },
    { path: '/tasks', name: 'tasks', component: () => import('./pages/TasksPage.vue') },
    {
      path: '/event/:id',
      name: 'event',
      component: () => import('./pages/EventPage.vue'),
      props: true,
    },
    {
      path: '/event/:id/verify',
      name: 'event-verify',
      component: () => import('./pages/VerifyPage.vue'),
      props: true,
    },
    {
      path: '/event/:id/act/:action',
      name: 'event-act',
      component: () => import('./pages/EventActPage.vue'),
      props: true,
    },
  ],
  messages: { zh, en },
})

export { default as EventRow } from './components/EventRow.vue'
export { useEventWords } from './useEventWords'
export { useTasks } from './useTasks'
