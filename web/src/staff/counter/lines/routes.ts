import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/lines',
    name: 'department-lines',
    component: () => import('./pages/LinesPage.vue'),
    meta: { title: 'counter.lines.title', anyOf: ['counter.line.read'] },
  },
  {
    path: '/counter/lines/:name',
    name: 'department-line',
    component: () => import('./pages/LinePage.vue'),
    props: true,
    meta: { title: 'counter.lines.title', anyOf: ['counter.line.read'], under: 'department-lines' },
  },
]
