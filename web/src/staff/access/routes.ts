import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/access/accounts',
    name: 'accounts',
    component: () => import('./pages/AccountsPage.vue'),
    meta: { title: 'access.accounts.title', anyOf: ['access.account.read', 'access.people.read'] },
  },
  {
    path: '/access/audit',
    name: 'audit',
    component: () => import('./pages/AuditPage.vue'),
    meta: { title: 'access.audit.title', anyOf: ['access.audit.read'] },
  },
  {
    path: '/access/sessions',
    name: 'sessions',
    component: () => import('./pages/SessionsPage.vue'),
    meta: { title: 'access.sessions.title' },
  },
]
