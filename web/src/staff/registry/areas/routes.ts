import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/areas/:code(\\d+)?',
    name: 'registry-area',
    component: () => import('./pages/AreaFiguresPage.vue'),
    props: true,
    meta: { title: 'registry.areas.title', anyOf: ['registry.figures.read'] },
  },
  {
    path: '/registry/areas/:code(\\d+)/residents/:group([A-Z0-9_]+)?',
    name: 'registry-area-residents',
    component: () => import('./pages/AreaResidentsPage.vue'),
    props: true,
    meta: { title: 'registry.areas.residents', anyOf: ['registry.dwelling.read'], under: 'registry-area' },
  },
]
