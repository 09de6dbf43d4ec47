import { shallowReactive, watch } from 'vue'

/** Under which language and posting requests are sent, and who wants to hear about answers. Set by i18n and session. */
export const standing = shallowReactive({
  language: 'zh-CN',
  posting: undefined as string | undefined,
  onSignedOut: () => {},
  /** Asked when the session has ended: true when the same person has signed in again and the request may be sent once more. */
  signInAgain: (): Promise<boolean> => Promise.resolve(false),
  onAnswer: () => {},
})

/** What the server said was said in the language of before: drop it, or ask again. Ends with the scope it is called in. */
export function onLanguageSwitch(run: () => void): void {
  watch(() => standing.language, run)
}
