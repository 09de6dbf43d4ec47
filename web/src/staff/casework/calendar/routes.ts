import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/calendar/:year(\\d{4})?',
    name: 'calendar',
    component: () => import('./pages/CalendarPage.vue'),
    props: (route) => ({ year: route.params.year ? Number(route.params.year) : undefined }),
    meta: { title: 'casework.calendar.title', anyOf: ['casework.calendar.view'] },
  },
]
