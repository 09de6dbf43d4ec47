import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/grid/events/:id?',
    name: 'grid-events',
    component: () => import('./pages/EventDeskPage.vue'),
    props: true,
    meta: { title: 'grid.events.title', anyOf: ['grid.event.read'] },
  },
]
