import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/grid/visits',
    name: 'grid-visits',
    component: () => import('./pages/VisitsPage.vue'),
    meta: { title: 'grid.visits.title', anyOf: ['grid.visit.read'] },
  },
]
