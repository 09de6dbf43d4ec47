import { onScopeDispose, ref } from 'vue'

/** How often a call is said. */
const TIMES = 2

/** Says calls aloud, one after the other. Browsers allow speech only after somebody pressed a button. */
export function useVoice() {
  const possible = typeof window.speechSynthesis !== 'undefined'
  const on = ref(false)

  function say(text: string): void {
    if (!on.value) return
    for (let time = 0; time < TIMES; time++) {
      const words = new SpeechSynthesisUtterance(text)
      words.lang = 'zh-CN'
      words.rate = 0.9
      window.speechSynthesis.speak(words)
    }
  }

  function turnOn(greeting: string): void {
    on.value = true
    say(greeting)
  }

  onScopeDispose(() => {
    if (possible) window.speechSynthesis.cancel()
  })
  return { possible, on, say, turnOn }
}
