import { readonly, ref } from 'vue'
import { useText } from '@/shared/i18n'

const SHOWN_FOR_MS = 4000
const text = ref('')
let timer: number | undefined

/** What was said last, for as long as it is to be read. */
export const keptText = readonly(text)

/** Says that something is safe on the phone, and what happens to it next. */
export function useKept(): () => void {
  const { t } = useText()
  return () => {
    text.value = t(navigator.onLine ? 'field.frame.savedOnline' : 'field.frame.saved')
    window.clearTimeout(timer)
    timer = window.setTimeout(() => (text.value = ''), SHOWN_FOR_MS)
  }
}
