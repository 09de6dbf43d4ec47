import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wearables/devices',
    name: 'wearables-devices',
    component: () => import('./pages/DevicesPage.vue'),
    meta: { title: 'wearables.devices.title', anyOf: ['wearables.device.read'] },
  },
  {
    path: '/wearables/devices/:id(\\d+)/:section?',
    name: 'wearables-device',
    component: () => import('./pages/DevicePage.vue'),
    props: true,
    meta: { title: 'wearables.devices.page', anyOf: ['wearables.device.read'], under: 'wearables-devices' },
  },
]
