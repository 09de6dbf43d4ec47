import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useSession } from '@/shared/staff'
import { watchBell, type Bell } from './api'

/** How many notices the posting has not read, kept current by one stream for the whole console. */
export const useBell = defineStore('bell', () => {
  const session = useSession()
  const bell = shallowRef<Bell>({ unread: 0, urgent: 0 })
  let end = () => {}

  /** Follows the posting: each has an inbox of its own. */
  function follow(): () => void {
    const stop = watch(
      () => session.session?.posting,
      (posting) => {
        end()
        bell.value = { unread: 0, urgent: 0 }
        end = posting === undefined ? () => {} : watchBell((next) => (bell.value = next))
      },
      { immediate: true },
    )
    return () => {
      stop()
      end()
    }
  }

  return { bell, follow }
})
