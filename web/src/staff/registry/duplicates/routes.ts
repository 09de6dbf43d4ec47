import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/duplicates',
    name: 'registry-duplicates',
    component: () => import('./pages/DuplicatesPage.vue'),
    meta: { title: 'registry.duplicates.title', anyOf: ['registry.duplicate.review'] },
  },
]
