/** Under which language and posting requests are sent, and who wants to hear about answers. Set by i18n and session. */
export const standing = {
  language: 'zh-CN',
  posting: undefined as string | undefined,
  onSignedOut: () => {},
  onAnswer: () => {},
}
