import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/sync/conflicts/:id?',
    name: 'sync-conflicts',
    component: () => import('./pages/ConflictDeskPage.vue'),
    props: true,
    meta: { title: 'sync.conflicts.title', anyOf: ['sync.conflict.read'] },
  },
]
