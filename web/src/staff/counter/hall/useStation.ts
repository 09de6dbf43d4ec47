import { computed, ref } from 'vue'
import { useSession } from '@/shared/staff'

const HALL = /^(ST|HALL|AP)-/

/** The station shown: the posting's own where it works at one, otherwise the chosen one. */
export function useStation() {
  const session = useSession()
  const own = computed(() => {
    const unit: unknown = session.posting?.unit
    return typeof unit === 'string' && HALL.test(unit) ? unit : undefined
  })
  const chosen = ref<string>()
  const station = computed<string | undefined>({
    get: () => own.value ?? chosen.value,
    set: (code) => (chosen.value = code),
  })
  return { own, station }
}
