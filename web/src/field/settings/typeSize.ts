import { ref, watch } from 'vue'

export type TypeSize = 'normal' | 'large'

const KEPT_UNDER = 'linli.field.type'

function remembered(): TypeSize {
  try {
    return localStorage.getItem(KEPT_UNDER) === 'large' ? 'large' : 'normal'
  } catch {
    return 'normal'
  }
}

/** How large the type is on this phone; the whole page is laid out anew with it. */
const size = ref<TypeSize>(remembered())

watch(size, (next) => {
  apply()
  try {
    localStorage.setItem(KEPT_UNDER, next)
  } catch {
    // A browser that keeps nothing shows the chosen size until it is closed.
  }
})

function apply(): void {
  document.documentElement.dataset.type = size.value
}

export const typeSize = { size, apply }
