import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import type { While } from './track'

export const SPEEDS = [1, 2, 4, 8, 16, 32] as const
/** At the lowest speed a minute of the track passes in a second. */
const A_SECOND = 60

/** What is played: from its first moment to its last, in milliseconds, and where nothing was heard. */
export type Played = While & { gaps: readonly While[] }

/** Calls back before the next picture, with the time in milliseconds; gives back how to call it off. */
export type Frames = (picture: (now: number) => void) => () => void

const pictures: Frames = (picture) => {
  const id = window.requestAnimationFrame(picture)
  return () => window.cancelAnimationFrame(id)
}

/** Plays a track: gaps are passed over at once, at the end it stands, and begins anew when it is played again. */
export function usePlayback(track: Ref<Played | undefined>, frames: Frames = pictures) {
  const moment = ref(0)
  const playing = ref(false)
  const speed = ref<number>(SPEEDS[0])
  const from = computed(() => track.value?.from ?? 0)
  const to = computed(() => track.value?.to ?? 0)
  let callOff: (() => void) | undefined
  let before: number | undefined

  /** Whoever comes into a gap comes out at its end. */
  function onward(at: number): number {
    const gap = track.value?.gaps.find((one) => at > one.from && at < one.to)
    return Math.min(to.value, gap ? gap.to : at)
  }

  function picture(now: number): void {
    const passed = before === undefined ? 0 : now - before
    before = now
    moment.value = onward(moment.value + passed * A_SECOND * speed.value)
    if (moment.value >= to.value) pause()
    else callOff = frames(picture)
  }

  function play(): void {
    if (playing.value || !track.value || from.value === to.value) return
    if (moment.value >= to.value) moment.value = from.value
    playing.value = true
    before = undefined
    callOff = frames(picture)
  }

  function pause(): void {
    callOff?.()
    callOff = undefined
    playing.value = false
  }

  const toggle = () => (playing.value ? pause() : play())
  const seek = (at: number) => (moment.value = Math.min(to.value, Math.max(from.value, at)))

  function change(by: 1 | -1): void {
    const at = SPEEDS.findIndex((one) => one === speed.value) + by
    speed.value = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))] ?? SPEEDS[0]
  }

  watch(
    track,
    () => {
      pause()
      moment.value = from.value
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(pause)
  return { moment, playing, speed, from, to, play, pause, toggle, seek, change }
}
