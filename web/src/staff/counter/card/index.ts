import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

export { readCard, type CardHolder } from './api'
export { default as CardReaderStatus } from './components/CardReaderStatus.vue'
export { default as ManualEntry } from './components/ManualEntry.vue'
export { default as SimulatorPanel } from './components/SimulatorPanel.vue'
export type { EnteredDocument } from './entered'
export type { LaidCard, ReaderState } from './adapters'
export { useCardReader, type CardReader } from './useCardReader'

/** Identity cards at the window: the local reader service, what stands in for it, and entry by hand. */
export default defineModule({
  name: 'counter.card',
  routes,
  menu: [
    {
      label: 'counter.card.menu',
      route: 'card-reader',
      group: 'shell.menu.counter',
      order: 800,
      anyOf: ['counter.card.read'],
    },
  ],
  messages: { zh, en },
})
