import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/grid/teams',
    name: 'grid-teams',
    component: () => import('./pages/TeamsPage.vue'),
    meta: { title: 'grid.teams.title', anyOf: ['grid.team.read'] },
  },
  {
    path: '/grid/coverage',
    name: 'grid-coverage',
    component: () => import('./pages/CoveragePage.vue'),
    meta: { title: 'grid.teams.coverage.title', anyOf: ['grid.team.read'] },
  },
]
