import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/organisations',
    name: 'registry-organisations',
    component: () => import('./pages/OrganisationsPage.vue'),
    meta: { title: 'registry.organisations.title', anyOf: ['registry.organisation.read'] },
  },
  {
    path: '/registry/organisations/:id',
    name: 'registry-organisation',
    component: () => import('./pages/OrganisationPage.vue'),
    props: true,
    meta: {
      title: 'registry.organisations.page',
      anyOf: ['registry.organisation.read'],
      under: 'registry-organisations',
    },
  },
]
