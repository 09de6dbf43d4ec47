import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/card-reader',
    name: 'card-reader',
    component: () => import('./pages/CardReaderPage.vue'),
    meta: { title: 'counter.card.title', anyOf: ['counter.card.read'] },
  },
]
