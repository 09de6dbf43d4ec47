import { onScopeDispose, shallowReactive } from 'vue'

/** One key of a page. `keys` is such as `n`, `F2`, `Ctrl+Enter`, `Alt+1`; letters work outside text fields only. */
export interface Hotkey {
  keys: string
  label: string
  run: () => void
  when?: () => boolean
  /** Also while a text field has the focus; always so for function keys and for Ctrl and Alt. */
  inFields?: boolean
}

type Source = () => readonly Hotkey[]

const sources = shallowReactive<Source[]>([])

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : key
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${letter}`
}

function inField(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  )
}

function onKeydown(event: KeyboardEvent): void {
  // While an input method composes a Chinese word, its keys are its own.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const pressed = nameOf(event)
  const bare = !/^(Ctrl|Alt|F\d)/.test(pressed)
  const field = bare && inField(event)
  const behindDialog = document.querySelector('dialog[open]') !== null
  for (const hotkey of activeHotkeys().reverse()) {
    if (hotkey.keys !== pressed || (field && !hotkey.inFields) || behindDialog) continue
    event.preventDefault()
    if (!event.repeat) hotkey.run()
    return
  }
}

/** Every key that would do something now. */
export function activeHotkeys(): Hotkey[] {
  return sources.flatMap((source) => source()).filter((hotkey) => hotkey.when?.() ?? true)
}

/** Gives the page its keys for as long as it is shown; they appear in the help that `?` opens. Pass a function, so that labels follow the language. */
export function useHotkeys(source: Source): void {
  if (sources.length === 0) document.addEventListener('keydown', onKeydown)
  sources.push(source)
  onScopeDispose(() => {
    sources.splice(sources.indexOf(source), 1)
    if (sources.length === 0) document.removeEventListener('keydown', onKeydown)
  })
}
