import { createRouter, createWebHistory, type Router, type RouterHistory } from 'vue-router'
import { Problem } from '@/shared/http'
import { addMessages } from '@/shared/i18n'
import { useSession, type StaffModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

addMessages('shell', { zh, en })

const OPEN = { open: true }

/** The console's pages: the shell's own and every module's. A page asks for a signed-in posting with one of its words. */
export function makeRouter(
  modules: readonly StaffModule[],
  history: RouterHistory = createWebHistory(),
): Router {
  const router = createRouter({
    history,
    routes: [
      {
        path: '/',
        name: 'home',
        component: () => import('./pages/HomePage.vue'),
        meta: { title: 'shell.home.title' },
      },
      {
        path: '/sign-in',
        name: 'sign-in',
        component: () => import('./pages/SignInPage.vue'),
        meta: { ...OPEN, title: 'shell.signIn.title' },
      },
      {
        path: '/posting',
        name: 'choose-posting',
        component: () => import('./pages/ChoosePostingPage.vue'),
        meta: { title: 'shell.choose.title', bare: true },
      },
      {
        path: '/offline',
        name: 'offline',
        component: () => import('./pages/OfflinePage.vue'),
        meta: { ...OPEN, title: 'shell.offline.title' },
      },
      {
        path: '/not-permitted',
        name: 'not-permitted',
        component: () => import('./pages/NotPermittedPage.vue'),
        meta: { title: 'shell.notPermitted.title' },
      },
      ...modules.flatMap((module) => module.routes ?? []),
      {
        path: '/:rest(.*)*',
        name: 'missing',
        component: () => import('./pages/MissingPage.vue'),
        meta: { title: 'house.missing.title' },
      },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })

  router.beforeEach(async (to) => {
    const session = useSession()
    try {
      await session.restore()
    } catch (failure) {
      if (!(failure instanceof Problem) || to.name === 'offline') return true
      return { name: 'offline', query: { to: to.fullPath } }
    }
    if (to.meta.open) return true
    if (!session.session) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
    if (session.session.mustChange) return to.name === 'password' ? true : { name: 'password' }
    if (session.session.totpRequired) return to.name === 'second-factor' ? true : { name: 'second-factor' }
    if (!session.session.posting && session.session.postings.length > 1 && to.name !== 'choose-posting') {
      return { name: 'choose-posting', query: { to: to.fullPath } }
    }
    if (!session.canAny(to.meta.anyOf)) return { name: 'not-permitted', query: { to: to.fullPath } }
    return true
  })
  return router
}
