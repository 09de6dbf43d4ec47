import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/exports',
    name: 'registry-exports',
    component: () => import('./pages/ExportsPage.vue'),
    meta: { title: 'registry.exporting.title', anyOf: ['registry.export.run'] },
  },
]
