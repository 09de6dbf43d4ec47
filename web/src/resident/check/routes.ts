import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/check/:code?',
    name: 'check',
    component: () => import('./pages/CheckPage.vue'),
    props: true,
    meta: { title: 'check.title' },
  },
]
