import { shallowRef } from 'vue'

export interface Toast {
  id: number
  text: string
  kind: 'good' | 'bad'
}

const SHOWN_FOR_MS = 6000
let last = 0

export const toasts = shallowRef<readonly Toast[]>([])

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Says in a corner, and to a screen reader, that something was done. Refusals belong beside what was refused, not here. */
export function say(text: string, kind: Toast['kind'] = 'good'): void {
  const toast = { id: ++last, text, kind }
  toasts.value = [...toasts.value.slice(-2), toast]
  window.setTimeout(() => dismiss(toast.id), SHOWN_FOR_MS)
}
