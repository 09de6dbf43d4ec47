import type { RouteRecordRaw } from 'vue-router'

const READ = { anyOf: ['registry.dwelling.read'], under: 'registry-dwellings' }

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/dwellings',
    name: 'registry-dwellings',
    component: () => import('./pages/FindDwellingsPage.vue'),
    meta: { title: 'registry.dwellings.title', anyOf: READ.anyOf },
  },
  {
    path: '/registry/areas/:code(\\d+)/dwellings',
    name: 'registry-area-dwellings',
    component: () => import('./pages/AreaDwellingsPage.vue'),
    props: true,
    meta: { title: 'registry.dwellings.list', ...READ },
  },
  {
    path: '/registry/dwellings/:id',
    name: 'registry-dwelling',
    component: () => import('./pages/DwellingPage.vue'),
    props: true,
    meta: { title: 'registry.dwellings.page', ...READ },
  },
  {
    path: '/registry/compounds/:id',
    name: 'registry-compound',
    component: () => import('./pages/CompoundPage.vue'),
    props: true,
    meta: { title: 'registry.dwellings.compound', ...READ },
  },
]
