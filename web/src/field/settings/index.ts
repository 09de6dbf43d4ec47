import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** The worker and the phone: settings, installation, and the ways out. */
export default defineSurface({
  name: 'field.settings',
  routes: [
    { path: '/me', name: 'me', component: () => import('./pages/MePage.vue') },
    { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
    { path: '/sign-in', name: 'sign-in-again', component: () => import('./pages/SignInAgainPage.vue') },
  ],
  messages: { zh, en },
})

export { deviceName } from './deviceName'
export { keepInstalled, newVersion, useNewVersion } from './installation'
export { typeSize } from './typeSize'
