import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Work lists, the case page, the supervision board. */
export default defineModule({
  name: 'casework.cases',
  routes,
  menu: [
    {
      label: 'casework.cases.work.menu',
      route: 'work',
      group: 'shell.menu.casework',
      order: 100,
      anyOf: ['casework.case.read'],
    },
    {
      label: 'casework.cases.board.menu',
      route: 'supervision',
      group: 'shell.menu.supervise',
      order: 100,
      anyOf: ['casework.case.supervise'],
    },
  ],
  home: [
    { component: () => import('./components/WorkCard.vue'), order: 20, anyOf: ['casework.case.read'] },
    { component: () => import('./components/BoardCard.vue'), order: 30, anyOf: ['casework.case.supervise'] },
  ],
  messages: { zh, en },
})
