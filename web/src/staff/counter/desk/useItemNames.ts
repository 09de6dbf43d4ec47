import { useNames } from '@/shared/i18n'

/** The item's name in a row of a list. */
export function useItemNames() {
  const names = useNames()
  return (row: { itemZh: string; itemEn: string }): string => names({ zh: row.itemZh, en: row.itemEn })
}
