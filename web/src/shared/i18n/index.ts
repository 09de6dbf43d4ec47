export {
  addMessages,
  i18n,
  LANGUAGES,
  setLanguage,
  useLanguage,
  useText,
  type Language,
  type Messages,
} from './i18n'
export { stopwatch, useFormats } from './formats'
export { useNames, type Names } from './names'
