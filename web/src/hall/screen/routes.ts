import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'hall',
    component: () => import('./pages/StationChoicePage.vue'),
    meta: { title: 'screen.choice.title' },
  },
  {
    path: '/screen/:station',
    name: 'screen',
    props: true,
    component: () => import('./pages/CallScreenPage.vue'),
    meta: { title: 'screen.title' },
  },
]
