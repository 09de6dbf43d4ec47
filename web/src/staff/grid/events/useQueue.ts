import { onScopeDispose, ref } from 'vue'
import { usePages } from '@/shared/http'
import { listEvents, type EventRow, type Level, type Queue } from './api'

const EVERY_MS = 15_000
const PAGE = 30

export interface QueueQuestion {
  which: Queue
  area: string
  category: string
  level: Level | ''
}

/**
 * A queue of the desk, read again every fifteen seconds while the page is seen. Somebody who has opened more than the first
 * part keeps it: that there is something new is then only said.
 */
export function useQueue(question: QueueQuestion) {
  const changed = ref(false)
  const asked = () => ({
    which: question.which,
    area: question.area || undefined,
    category: question.category || undefined,
    level: question.level || undefined,
  })
  const queue = usePages<EventRow>((after, signal) => listEvents(asked(), after, signal), { now: false })
  let looking: AbortController | undefined

  async function restart(): Promise<void> {
    changed.value = false
    await queue.restart()
  }

  async function lookForMore(): Promise<void> {
    looking?.abort()
    looking = new AbortController()
    try {
      const { items } = await listEvents(asked(), undefined, looking.signal)
      const shown = new Set(queue.items.value.map((event) => event.id))
      changed.value = items.some((event) => !shown.has(event.id))
    } catch {
      // The next look says more; what is shown stays.
    }
  }

  function look(): void {
    if (document.visibilityState !== 'visible' || queue.loading.value) return
    if (queue.items.value.length > PAGE) void lookForMore()
    else void restart()
  }

  const timer = window.setInterval(look, EVERY_MS)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    looking?.abort()
  })
  return { ...queue, restart, changed }
}
