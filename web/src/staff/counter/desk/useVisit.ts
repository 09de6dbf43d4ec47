import { computed, ref, shallowRef } from 'vue'
import { useAct, useLoaded } from '@/shared/http'
import { useSession } from '@/shared/staff'
import * as api from './api'

/** The clerk's window and the visitor who was called to it. */
export function useVisit() {
  const session = useSession()
  const station = computed(() => session.posting?.unit ?? '')
  const visit = shallowRef<api.Visit>()
  const ratingCode = ref<string>()
  const nobodyWaits = ref(false)
  const board = useLoaded(async (signal) => {
    const [seen, mine] = await Promise.all([api.showBoard(station.value, signal), api.myVisit(signal)])
    visit.value = mine
    return seen
  })
  const window = computed(() => board.value.value?.windows.find((one) => one.mine))

  const next = useAct(async (key) => {
    const called = await api.takeNext(key)
    visit.value = called
    ratingCode.value = undefined
    nobodyWaits.value = called === undefined
    void board.reload()
    return called
  })
  const again = useAct(async (key, seen: api.Visit) => (visit.value = await api.callAgain(seen, key)))
  const miss = useAct(async (key, seen: api.Visit) => {
    await api.noteMissed(seen, key)
    visit.value = undefined
    void board.reload()
  })
  const finish = useAct(async (key, seen: api.Visit) => {
    const done = await api.finishVisit(seen, key)
    visit.value = undefined
    ratingCode.value = done.ratingCode
    void board.reload()
    return done
  })
  const open = useAct(async (_key, number: number) => {
    await api.openWindow(number)
    await board.reload()
  })
  const pause = useAct(async (_key, note: string) => {
    await api.pauseWindow(note)
    await board.reload()
  })
  const close = useAct(async () => {
    await api.closeWindow()
    await board.reload()
  })
  /** The visit moves on with every errand; what is sent next must name the newest revision. */
  const refresh = async () => (visit.value = await api.myVisit())
  const acts = [next, again, miss, finish, open, pause, close]
  const problem = computed(() => acts.map((act) => act.problem.value).find(Boolean))
  const running = computed(() => acts.some((act) => act.running.value))

  return {
    station,
    board,
    window,
    visit,
    ratingCode,
    nobodyWaits,
    next,
    again,
    miss,
    finish,
    open,
    pause,
    close,
    refresh,
    problem,
    running,
  }
}

export type VisitDesk = ReturnType<typeof useVisit>
