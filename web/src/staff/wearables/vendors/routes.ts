import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wearables/vendors',
    name: 'wearables-vendors',
    component: () => import('./pages/VendorsPage.vue'),
    meta: { title: 'wearables.vendors.title', anyOf: ['wearables.vendor.keep'] },
  },
]
