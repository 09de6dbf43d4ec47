import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rehearsal',
    name: 'rehearsal',
    component: () => import('./pages/RehearsalPage.vue'),
    meta: { title: 'casework.rehearsal.title', anyOf: ['casework.rehearsal.run'] },
  },
]
