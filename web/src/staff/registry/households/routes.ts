import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/households',
    name: 'registry-households',
    component: () => import('./pages/HouseholdsPage.vue'),
    meta: { title: 'registry.households.title', anyOf: ['registry.dwelling.read'] },
  },
  {
    path: '/registry/households/new',
    name: 'registry-household-new',
    component: () => import('./pages/FoundHouseholdPage.vue'),
    meta: {
      title: 'registry.households.new.title',
      anyOf: ['registry.dwelling.write'],
      under: 'registry-households',
    },
  },
  {
    path: '/registry/households/:id',
    name: 'registry-household',
    component: () => import('./pages/HouseholdPage.vue'),
    props: true,
    meta: {
      title: 'registry.households.page',
      anyOf: ['registry.dwelling.read'],
      under: 'registry-households',
    },
  },
]
