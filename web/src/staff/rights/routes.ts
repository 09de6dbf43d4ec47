import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rights/desk',
    name: 'rights-desk',
    component: () => import('./pages/DataDeskPage.vue'),
    meta: { title: 'rights.desk.title', anyOf: ['rights.desk.look'] },
  },
  {
    path: '/rights/requests/new',
    name: 'rights-request-new',
    component: () => import('./pages/RequestNewPage.vue'),
    meta: { title: 'rights.receive.title', anyOf: ['rights.desk.use'] },
  },
  {
    path: '/rights/requests/:id',
    name: 'rights-request',
    component: () => import('./pages/RequestPage.vue'),
    props: true,
    meta: { title: 'rights.request.title', anyOf: ['rights.desk.use'], under: 'work' },
  },
  {
    path: '/rights/retention',
    name: 'rights-retention',
    component: () => import('./pages/RetentionPage.vue'),
    meta: { title: 'rights.retention.title', anyOf: ['rights.retention.read'] },
  },
]
