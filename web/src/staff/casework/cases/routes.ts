import type { RouteRecordRaw } from 'vue-router'

const READ = ['casework.case.read']

export const routes: RouteRecordRaw[] = [
  {
    path: '/casework/work',
    name: 'work',
    component: () => import('./pages/WorkPage.vue'),
    meta: { title: 'casework.cases.work.title', anyOf: READ },
  },
  {
    path: '/casework/cases/:id',
    name: 'case',
    component: () => import('./pages/CasePage.vue'),
    props: true,
    meta: { title: 'casework.cases.page.title', anyOf: READ, under: 'work' },
  },
  {
    path: '/casework/supervision',
    name: 'supervision',
    component: () => import('./pages/SupervisionPage.vue'),
    meta: { title: 'casework.cases.board.title', anyOf: ['casework.case.supervise'] },
  },
]
