import { showToast } from 'vant'
import { useText } from '@/shared/i18n'

/** Says that something is safe on the phone, and what happens to it next. */
export function useKept(): () => void {
  const { t } = useText()
  return () => {
    showToast({
      message: t(navigator.onLine ? 'field.frame.savedOnline' : 'field.frame.saved'),
      position: 'top',
    })
  }
}
