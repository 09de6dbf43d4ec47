import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/eldercare/elders',
    name: 'eldercare-elders',
    component: () => import('./pages/EldersPage.vue'),
    meta: { title: 'eldercare.elders.title', anyOf: ['eldercare.elder.read'] },
  },
  {
    path: '/eldercare/elders/:person',
    name: 'eldercare-elder',
    component: () => import('./pages/ElderPage.vue'),
    props: true,
    meta: { title: 'eldercare.elders.one', anyOf: ['eldercare.elder.read'] },
  },
]
