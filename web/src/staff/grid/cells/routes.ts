import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/grid/cells',
    name: 'grid-cells',
    component: () => import('./pages/CellMapPage.vue'),
    meta: { title: 'grid.cells.title', anyOf: ['grid.map.draw'] },
  },
]
