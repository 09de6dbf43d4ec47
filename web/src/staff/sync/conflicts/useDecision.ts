import { computed, ref, type Ref } from 'vue'
import type { Choice, Conflict, Decision } from './api'

/** What was chosen for each field so far. */
export type Draft = Record<string, { choice: Choice; value: string }>

const NUMBERS = new Set(['floor', 'squareMetres', 'lon', 'lat'])
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** The decision about a conflict as it grows; it is whole when each field that differs has a choice. */
export function useDecision(conflict: Ref<Conflict | undefined>) {
  const draft = ref<Draft>({})
  const open = computed(() =>
    (conflict.value?.fields ?? []).filter((one) => !same(one.current, one.proposed)),
  )
  const whole = computed(() => open.value.every((one) => draft.value[one.field]))

  function all(choice: 'KEEP' | 'TAKE'): void {
    draft.value = Object.fromEntries(open.value.map((one) => [one.field, { choice, value: '' }]))
  }

  /** Fields in which both sides agree stay as they are. */
  function decisions(): Record<string, Decision> {
    return Object.fromEntries(
      (conflict.value?.fields ?? []).map(({ field }) => {
        const chosen = draft.value[field]
        if (!chosen) return [field, { choice: 'KEEP' }]
        const { choice, value } = chosen
        if (choice !== 'VALUE') return [field, { choice }]
        const typed = NUMBERS.has(field) && value !== '' ? Number(value) : value
        return [field, { choice, value: typed }]
      }),
    )
  }

  return { draft, whole, all, decisions, clear: () => (draft.value = {}) }
}
