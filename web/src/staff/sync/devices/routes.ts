import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/sync/devices',
    name: 'sync-devices',
    component: () => import('./pages/DevicesPage.vue'),
    meta: { title: 'sync.devices.title', anyOf: ['sync.device.read'] },
  },
]
