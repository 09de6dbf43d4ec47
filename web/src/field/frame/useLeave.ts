import { useRouter, type RouteLocationRaw } from 'vue-router'

/** Leaves a form for where its record is shown: back, when that is where one came from, so that nothing is passed twice. */
export function useLeave(): (to: RouteLocationRaw) => Promise<void> {
  const router = useRouter()
  return async (to) => {
    const before: unknown = (window.history.state as { back?: unknown } | null)?.back
    if (before === router.resolve(to).fullPath) router.back()
    else await router.replace(to)
  }
}
