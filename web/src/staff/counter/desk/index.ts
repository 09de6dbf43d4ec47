import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { myVisit, type Acceptance, type Item } from './api'
export { default as ContactFields } from './components/ContactFields.vue'
export { default as ErrandState } from './components/ErrandState.vue'
export { default as ItemFormFields } from './components/ItemFormFields.vue'
export { default as MaterialChecklist } from './components/MaterialChecklist.vue'
export { default as OutcomePanel } from './components/OutcomePanel.vue'
export { default as PaperShow } from './components/PaperShow.vue'
export { default as PaperViewer } from './components/PaperViewer.vue'
export { useApplicant } from './useApplicant'
export { useCard } from './useCard'
export { useErrandDraft } from './useErrandDraft'
export { useItemSearch } from './useItemSearch'
export { useNextSteps } from './useNextSteps'

/** The clerk's one screen from card to receipt, and the errands it took in. */
export default defineModule({
  name: 'counter.desk',
  routes,
  menu: [
    {
      label: 'counter.desk.menu',
      route: 'counter-desk',
      group: 'shell.menu.counter',
      order: 10,
      anyOf: ['counter.visit.call'],
    },
    {
      label: 'counter.desk.errands.title',
      route: 'counter-errands',
      group: 'shell.menu.counter',
      order: 20,
      anyOf: ['counter.errand.read'],
    },
    {
      label: 'counter.desk.followUps.title',
      route: 'counter-follow-ups',
      group: 'shell.menu.counter',
      order: 30,
      anyOf: ['counter.errand.handle'],
    },
  ],
  home: [{ component: () => import('./components/DeskCard.vue'), order: 10, anyOf: ['counter.visit.call'] }],
  messages: { zh, en },
})
