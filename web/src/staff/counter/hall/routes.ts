import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/hall',
    name: 'hall-board',
    component: () => import('./pages/HallBoardPage.vue'),
    meta: { title: 'counter.hall.menu.board', anyOf: ['counter.visit.read', 'counter.visit.check-in'] },
  },
  {
    path: '/counter/figures',
    name: 'hall-figures',
    component: () => import('./pages/HallFiguresPage.vue'),
    meta: { title: 'counter.hall.menu.figures', anyOf: ['counter.figures.read'] },
  },
]
