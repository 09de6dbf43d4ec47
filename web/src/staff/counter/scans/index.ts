import { defineModule } from '@/shared/staff'
import en from './messages.en'
import zh from './messages.zh'

export { default as ScanField } from './components/ScanField.vue'
export { default as ScanList } from './components/ScanList.vue'
export type { Scan } from './api'

/** Photos and scans of papers: taken in by choosing, dropping or pasting, and looked at again. */
export default defineModule({ name: 'counter.scans', routes: [], messages: { zh, en } })
