import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rating/:station/:window(\\d+)',
    name: 'tablet',
    props: (route) => ({ station: String(route.params.station), window: Number(route.params.window) }),
    component: () => import('./pages/TabletPage.vue'),
    meta: { title: 'rating.title' },
  },
  {
    path: '/rate/:code',
    name: 'rate',
    props: true,
    component: () => import('./pages/RatePage.vue'),
    meta: { title: 'rating.title' },
  },
]
