import { useLanguage } from './i18n'

/** What a thing is called, as the server's `Names` gives it. */
export interface Names {
  zh: string
  en: string
}

/** Picks the name in the user's language; `en` falls back to Chinese. */
export function useNames() {
  const language = useLanguage()
  return (names: Names): string => (language.value === 'en' ? names.en || names.zh : names.zh)
}
