import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/grid/figures',
    name: 'grid-figures',
    component: () => import('./pages/GridFiguresPage.vue'),
    meta: { title: 'grid.figures.title', anyOf: ['grid.figures.read'] },
  },
]
