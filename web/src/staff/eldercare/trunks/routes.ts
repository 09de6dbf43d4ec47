import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/eldercare/trunks',
    name: 'eldercare-trunks',
    component: () => import('./pages/TrunksPage.vue'),
    meta: { title: 'eldercare.trunks.title', anyOf: ['eldercare.trunk.keep'] },
  },
]
