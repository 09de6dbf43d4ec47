import { useLanguage, useText } from '@/shared/i18n'

/** The days that the State Council's notices name, by their Chinese names without 节. */
const FESTIVALS: Record<string, string> = {
  元旦: 'newYear',
  春节: 'spring',
  清明: 'qingming',
  劳动: 'labour',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆: 'national',
}

/** A day's name in the user's language as far as it is a festival; what was entered here stays as it was entered. */
export function useDayName() {
  const { t } = useText()
  const language = useLanguage()
  return (name: string): string => {
    const festival = FESTIVALS[name] ?? FESTIVALS[name.replace(/节$/, '')]
    return language.value === 'en' && festival ? t(`casework.calendar.festival.${festival}`) : name
  }
}
