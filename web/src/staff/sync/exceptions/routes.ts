import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/sync/exceptions',
    name: 'sync-exceptions',
    component: () => import('./pages/ExceptionsPage.vue'),
    meta: { title: 'sync.exceptions.title', anyOf: ['sync.exception.read'] },
  },
]
