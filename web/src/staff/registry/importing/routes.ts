import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/imports',
    name: 'registry-imports',
    component: () => import('./pages/ImportsPage.vue'),
    meta: { title: 'registry.importing.title', anyOf: ['registry.import.run'] },
  },
  {
    path: '/registry/imports/:id',
    name: 'registry-import',
    component: () => import('./pages/ImportPage.vue'),
    props: true,
    meta: {
      title: 'registry.importing.page',
      anyOf: ['registry.import.run'],
      under: 'registry-imports',
    },
  },
]
