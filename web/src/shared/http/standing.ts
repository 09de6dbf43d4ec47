/** Under which language and posting requests are sent, and who wants to hear about answers. Set by i18n and session. */
export const standing = {
  language: 'zh-CN',
  posting: undefined as string | undefined,
  onSignedOut: () => {},
  /** Asked when the session has ended: true when the same person has signed in again and the request may be sent once more. */
  signInAgain: (): Promise<boolean> => Promise.resolve(false),
  onAnswer: () => {},
}
