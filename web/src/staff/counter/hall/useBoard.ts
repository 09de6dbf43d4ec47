import { onScopeDispose, watch, type Ref } from 'vue'
import { useLoaded, type Loaded } from '@/shared/http'
import { showBoard, type Board } from './api'

const EVERY_MS = 5000

/** A station's board, read again every five seconds while the page is seen. */
export function useBoard(station: Ref<string | undefined>): Loaded<Board> {
  const board = useLoaded((signal) => showBoard(station.value ?? '', signal), { now: false })
  const read = () => {
    if (station.value && document.visibilityState === 'visible') void board.reload()
  }
  const timer = window.setInterval(read, EVERY_MS)
  document.addEventListener('visibilitychange', read)
  onScopeDispose(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', read)
  })
  watch(
    station,
    () => {
      board.value.value = undefined
      read()
    },
    { immediate: true },
  )
  return board
}
