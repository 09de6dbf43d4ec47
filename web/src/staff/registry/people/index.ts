import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { default as ChangeList } from './components/ChangeList.vue'
export { default as PersonTable } from './components/PersonTable.vue'
export { default as ReasonFields } from './components/ReasonFields.vue'
export type { Change, PersonLine, Source } from './api'

/** The people of the base: found by whatever somebody knows of them, read masked, corrected with a reason. */
export default defineModule({
  name: 'registry.people',
  routes,
  menu: [
    {
      label: 'registry.people.menu',
      route: 'registry-people',
      group: 'shell.menu.registry',
      order: 10,
      anyOf: ['registry.person.read'],
    },
  ],
  messages: { zh, en },
})
