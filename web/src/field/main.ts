import '@/shared/kit/tokens.css'
import '@/shared/kit/base.css'
import './vantStyles'
import './frame/theme.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { addMessages, i18n } from '@/shared/i18n'
import { installPhone, MERGE_UNITS, openPhone } from '@/shared/offline'
import type { SurfaceModule } from '@/shared/surface/surface'
import { useSession } from '@/shared/staff'
import FieldApp from './FieldApp.vue'
import { effects } from './records'
import { fieldRouter } from './router'
import { deviceName, keepInstalled, typeSize } from './settings'

/** The schema of records that this version speaks. */
const APP_SCHEMA = 1

const parts = Object.values(
  import.meta.glob<{ default: SurfaceModule }>('./*/index.ts', { eager: true }),
).map((file) => file.default)
for (const part of parts) addMessages(part.name, part.messages)

typeSize.apply()
installPhone(
  openPhone({
    appSchema: APP_SCHEMA,
    deviceName: deviceName(navigator.userAgent),
    effects,
    units: MERGE_UNITS,
  }),
)
keepInstalled()

const app = createApp(FieldApp)
  .use(createPinia())
  .use(i18n)
  .use(fieldRouter(parts.flatMap((part) => part.routes)))
// Which posting acts is known to the server; without a network it is asked for again when there is one.
useSession()
  .restore()
  .catch(() => undefined)
app.mount('#app')
