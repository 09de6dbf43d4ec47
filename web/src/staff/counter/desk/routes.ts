import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/desk',
    name: 'counter-desk',
    component: () => import('./pages/DeskPage.vue'),
    meta: { title: 'counter.desk.title', anyOf: ['counter.visit.call'] },
  },
  {
    path: '/counter/errands',
    name: 'counter-errands',
    component: () => import('./pages/ErrandsPage.vue'),
    meta: { title: 'counter.desk.errands.title', anyOf: ['counter.errand.read'] },
  },
  {
    path: '/counter/follow-ups',
    name: 'counter-follow-ups',
    component: () => import('./pages/FollowUpsPage.vue'),
    meta: { title: 'counter.desk.followUps.title', anyOf: ['counter.errand.handle'] },
  },
  {
    path: '/counter/errands/:id',
    name: 'counter-errand',
    component: () => import('./pages/ErrandPage.vue'),
    props: true,
    meta: { title: 'counter.desk.detail.title', anyOf: ['counter.errand.read'] },
  },
]
