import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/eldercare/calls/:id?',
    name: 'eldercare-calls',
    component: () => import('./pages/CallDeskPage.vue'),
    props: true,
    meta: { title: 'eldercare.calls.title', anyOf: ['eldercare.call.read'] },
  },
]
