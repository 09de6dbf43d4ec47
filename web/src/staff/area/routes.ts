import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/area/:code(\\d+)?',
    name: 'area',
    component: () => import('./pages/AreaPage.vue'),
    props: true,
    meta: { title: 'area.title' },
  },
]
