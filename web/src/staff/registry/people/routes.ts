import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/registry/people',
    name: 'registry-people',
    component: () => import('./pages/FindPeoplePage.vue'),
    meta: { title: 'registry.people.title', anyOf: ['registry.person.read'] },
  },
  {
    path: '/registry/people/new',
    name: 'registry-person-new',
    component: () => import('./pages/RegisterPersonPage.vue'),
    meta: { title: 'registry.people.new.title', anyOf: ['registry.person.write'], under: 'registry-people' },
  },
  {
    path: '/registry/people/:id',
    name: 'registry-person',
    component: () => import('./pages/PersonPage.vue'),
    props: true,
    meta: { title: 'registry.people.page', anyOf: ['registry.person.read'], under: 'registry-people' },
  },
]
