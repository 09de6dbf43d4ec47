import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import { standing } from '@/shared/http/standing'
import en from './messages.en'
import zh from './messages.zh'

export type Language = 'zh' | 'en'

/** A module's texts; the same keys in both languages, held by a test. */
export interface Messages {
  [key: string]: string | Messages
}

export const LANGUAGES: readonly Language[] = ['zh', 'en']
const KEPT_UNDER = 'linli.language'

function remembered(): Language {
  try {
    return localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  missingWarn: true,
  fallbackWarn: false,
  messages: { zh, en } as Record<Language, Messages>,
})

/** Adds a module's texts under its name: `addMessages('counter.desk', { zh, en })`. */
export function addMessages(name: string, messages: Record<Language, Messages>): void {
  for (const language of LANGUAGES) {
    const nested = name
      .split('.')
      .reverse()
      .reduce<Messages>((inner, part) => ({ [part]: inner }), messages[language])
    i18n.global.mergeLocaleMessage(language, nested)
  }
}

export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  standing.language = language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.lang = standing.language
  try {
    localStorage.setItem(KEPT_UNDER, language)
  } catch {
    // A locked-down browser keeps nothing; the choice then lasts until the page is closed.
  }
}

setLanguage(remembered())

export function useLanguage() {
  const { locale } = useI18n({ useScope: 'global' })
  return computed<Language>({ get: () => locale.value as Language, set: setLanguage })
}

/** `t` of the whole house's messages. */
export function useText() {
  const { t, te } = useI18n({ useScope: 'global' })
  return { t, te }
}
