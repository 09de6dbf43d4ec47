import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/places',
    name: 'registry-places',
    component: () => import('./pages/PlacesPage.vue'),
    meta: { title: 'registry.places.title', anyOf: ['registry.organisation.read'] },
  },
  {
    path: '/registry/places/:id',
    name: 'registry-place',
    component: () => import('./pages/PlacePage.vue'),
    props: true,
    meta: {
      title: 'registry.places.page',
      anyOf: ['registry.organisation.read'],
      under: 'registry-places',
    },
  },
]
