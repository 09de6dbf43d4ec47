import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { addMessages, i18n, type Language, type Messages } from '@/shared/i18n'
import SurfaceApp from './SurfaceApp.vue'
import SurfaceMissing from './SurfaceMissing.vue'

/** What a folder of the hall's or the residents' pages gives: its index.ts exports one of these by default. */
export interface SurfaceModule {
  name: string
  routes: RouteRecordRaw[]
  messages: Record<Language, Messages>
}

export function defineSurface(module: SurfaceModule): SurfaceModule {
  return module
}

/** Starts a surface without sign-in. Paths of its routes are below `base`. */
export function startSurface({ modules, base }: { modules: Record<string, unknown>; base: string }): void {
  const found = Object.values(modules).map((file) => (file as { default: SurfaceModule }).default)
  for (const module of found) addMessages(module.name, module.messages)
  const router = createRouter({
    history: createWebHistory(base),
    routes: [...found.flatMap((module) => module.routes), { path: '/:rest(.*)*', component: SurfaceMissing }],
  })
  createApp(SurfaceApp).use(createPinia()).use(i18n).use(router).mount('#app')
}
