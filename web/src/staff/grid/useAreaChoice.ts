import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '@/shared/staff'

/** The area that a page is about. It stands in the address; without one it is the posting's own. */
export function useAreaChoice(): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  return computed({
    get: () => {
      const asked = route.query.area
      return typeof asked === 'string' && /^\d{6,15}$/.test(asked) ? asked : (session.posting?.area ?? '')
    },
    set: (area) => void router.push({ query: { ...route.query, area } }),
  })
}
