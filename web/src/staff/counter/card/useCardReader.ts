import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { LaidCard, ReaderState } from './adapters'
import { keepChoice, keptChoice, type ReaderChoice } from './readerChoice'

export interface CardReader {
  state: Ref<ReaderState>
  /** The card that was laid last, until it is forgotten. */
  card: ShallowRef<LaidCard | undefined>
  choice: ShallowRef<ReaderChoice>
  /** Takes another reader and keeps the choice on this machine. */
  choose: (choice: ReaderChoice) => void
  forget: () => void
}

/** Listens to this machine's card reader as long as the page is open; `onCard` hears each card once. */
export function useCardReader(onCard?: (card: LaidCard) => void): CardReader {
  const state = ref<ReaderState>('connecting')
  const card = shallowRef<LaidCard>()
  const choice = shallowRef(keptChoice())
  let running: AbortController | undefined

  function listen(): void {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = 'connecting'
    const { adapter, address } = choice.value
    void adapter.listen({
      address,
      signal: mine.signal,
      state: (next) => {
        if (mine === running) state.value = next
      },
      card: (laid) => {
        if (mine !== running) return
        card.value = laid
        onCard?.(laid)
      },
    })
  }

  function choose(next: ReaderChoice): void {
    choice.value = next
    keepChoice(next)
    listen()
  }

  listen()
  onScopeDispose(() => running?.abort())
  return { state, card, choice, choose, forget: () => (card.value = undefined) }
}
