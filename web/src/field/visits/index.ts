import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** Visits and inspections from templates: what is planned, the checklist at the door, and what was found. */
export default defineSurface({
  name: 'field.visits',
  routes: [
    { path: '/visits', name: 'visits', component: () => import('./pages/VisitsPage.vue') },
    { path: '/visit/new', name: 'visit-new', component: () => import('./pages/VisitNewPage.vue') },
    { path: '/visit/:id', name: 'visit', component: () => import('./pages/VisitPage.vue'), props: true },
  ],
  messages: { zh, en },
})

export { default as PlanRow } from './components/PlanRow.vue'
export { usePlans } from './usePlans'
