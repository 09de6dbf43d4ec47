import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import MissingPage from './MissingPage.vue'

/** The app's addresses, below /field/. */
export function fieldRouter(routes: RouteRecordRaw[]) {
  return createRouter({
    history: createWebHistory('/field/'),
    routes: [
      { path: '/', redirect: { name: 'today' } },
      ...routes,
      { path: '/:rest(.*)*', name: 'missing', component: MissingPage },
    ],
    scrollBehavior: (_to, _from, before) => before ?? { top: 0 },
  })
}
