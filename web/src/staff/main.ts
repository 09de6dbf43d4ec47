import '@/shared/kit/tokens.css'
import '@/shared/kit/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n } from '@/shared/i18n'
import { modules } from './modules'
import { makeRouter, StaffApp } from './shell'

const app = createApp(StaffApp, { modules })
app.use(createPinia()).use(i18n).use(makeRouter(modules)).mount('#app')
