import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wearables/devices',
    name: 'wearables-devices',
    component: () => import('./pages/DevicesPage.vue'),
    meta: { title: 'wearables.devices.title', anyOf: ['wearables.device.read'] },
  },
]
