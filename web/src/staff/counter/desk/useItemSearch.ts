import { ref, watch } from 'vue'
import { useLoaded } from '@/shared/http'
import { searchItems, type ItemRow } from './api'

const KEPT_UNDER = 'linli.desk.items'
const KEPT = 6
const TYPING_PAUSE_MS = 120

function recentCodes(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT_UNDER) ?? '[]') as string[]
  } catch {
    return []
  }
}

/** Remembers, on this machine only, which items were used last; an item's code says nothing of a person. */
export function rememberItem(code: string): void {
  const codes = [code, ...recentCodes().filter((one) => one !== code)].slice(0, KEPT)
  localStorage.setItem(KEPT_UNDER, JSON.stringify(codes))
}

function recentFirst(items: ItemRow[]): ItemRow[] {
  const recent = recentCodes()
  const place = (item: ItemRow) => recent.indexOf(item.code) + 1 || KEPT + 1
  return [...items].sort((one, other) => place(one) - place(other))
}

/** Items of the station by words, code or initials; with nothing typed the clerk's last ones come first, then the most used. */
export function useItemSearch() {
  const typed = ref('')
  const found = useLoaded(async (signal) => {
    const items = await searchItems(typed.value.trim(), signal)
    return typed.value.trim() === '' ? recentFirst(items) : items
  })
  let timer = 0
  watch(typed, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void found.reload(), TYPING_PAUSE_MS)
  })
  return { typed, found }
}
