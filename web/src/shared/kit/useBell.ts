import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

const EVERY_MS = 2_000
const TONES = [880, 660] as const
const TONE_SECONDS = 0.35

/** Rings while somebody calls whom nobody has answered. A browser lets a page make sounds only after a key or a click. */
export function useBell(calling: Ref<boolean>) {
  const on = ref(false)
  let context: AudioContext | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  function ring(): void {
    const sound = context
    if (!sound) return
    TONES.forEach((frequency, at) => {
      const tone = sound.createOscillator()
      const loudness = sound.createGain()
      const begin = sound.currentTime + at * TONE_SECONDS
      tone.frequency.value = frequency
      loudness.gain.setValueAtTime(0.25, begin)
      loudness.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS)
      tone.connect(loudness).connect(sound.destination)
      tone.start(begin)
      tone.stop(begin + TONE_SECONDS)
    })
  }

  function silence(): void {
    clearInterval(timer)
    timer = undefined
  }

  watch([calling, on], () => {
    silence()
    if (!calling.value || !on.value) return
    ring()
    timer = setInterval(ring, EVERY_MS)
  })
  onBeforeUnmount(() => {
    silence()
    void context?.close()
  })

  function turn(to: boolean): void {
    if (to) context ??= new AudioContext()
    on.value = to
  }

  return { on, turn }
}
