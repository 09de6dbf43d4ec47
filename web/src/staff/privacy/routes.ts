import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/privacy/disclosures',
    name: 'disclosures',
    component: () => import('./pages/DisclosuresPage.vue'),
    meta: { title: 'privacy.disclosures.title', anyOf: ['privacy.disclosure.read'] },
  },
]
