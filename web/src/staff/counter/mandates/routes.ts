import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/mandates',
    name: 'counter-mandates',
    component: () => import('./pages/MandatesPage.vue'),
    meta: { title: 'counter.mandates.title', anyOf: ['counter.mandate.read'] },
  },
  {
    path: '/counter/mandates/new',
    name: 'counter-mandate-new',
    component: () => import('./pages/MandateNewPage.vue'),
    meta: { title: 'counter.mandates.new.title', anyOf: ['counter.mandate.make'] },
  },
]
