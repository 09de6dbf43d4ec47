import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/point',
    name: 'counter-point',
    component: () => import('./pages/PointPage.vue'),
    meta: { title: 'counter.point.title', anyOf: ['counter.handover.make'] },
  },
  {
    path: '/counter/point/take/:mandate',
    name: 'counter-point-take',
    component: () => import('./pages/MandateErrandPage.vue'),
    props: true,
    meta: { title: 'counter.point.take.title', anyOf: ['counter.errand.accept'] },
  },
  {
    path: '/counter/handovers',
    name: 'counter-handovers',
    component: () => import('./pages/HandoversPage.vue'),
    meta: { title: 'counter.point.handovers.title', anyOf: ['counter.handover.take'] },
  },
]
