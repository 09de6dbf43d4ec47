import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** Doors, households and people: what is known of them, and how a worker puts it right. */
export default defineSurface({
  name: 'field.people',
  routes: [
    { path: '/dwelling/new', name: 'dwelling-new', component: () => import('./pages/DwellingEditPage.vue') },
    {
      path: '/dwelling/:id',
      name: 'dwelling',
      component: () => import('./pages/DwellingPage.vue'),
      props: true,
    },
    {
      path: '/dwelling/:id/correct',
      name: 'dwelling-edit',
      component: () => import('./pages/DwellingEditPage.vue'),
      props: true,
    },
    {
      path: '/household/new',
      name: 'household-new',
      component: () => import('./pages/HouseholdNewPage.vue'),
    },
    {
      path: '/household/:id',
      name: 'household',
      component: () => import('./pages/HouseholdPage.vue'),
      props: true,
    },
    {
      path: '/household/:id/:act(number|change-head|move)',
      name: 'household-act',
      component: () => import('./pages/HouseholdActPage.vue'),
      props: true,
    },
    { path: '/person/new', name: 'person-new', component: () => import('./pages/PersonNewPage.vue') },
    {
      path: '/person/:id',
      name: 'person',
      component: () => import('./pages/PersonPage.vue'),
      props: true,
    },
    {
      path: '/person/:id/correct',
      name: 'person-edit',
      component: () => import('./pages/PersonEditPage.vue'),
      props: true,
    },
    {
      path: '/person/:id/:act(move-in|move-out|deceased|registered-in-error)',
      name: 'person-act',
      component: () => import('./pages/PersonActPage.vue'),
      props: true,
    },
  ],
  messages: { zh, en },
})
