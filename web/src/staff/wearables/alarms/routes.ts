import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wearables/alarms/:id?',
    name: 'wearables-alarms',
    component: () => import('./pages/AlarmDeskPage.vue'),
    props: true,
    meta: { title: 'wearables.alarms.title', anyOf: ['wearables.alarm.read'] },
  },
]
