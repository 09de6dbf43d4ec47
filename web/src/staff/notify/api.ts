import { answer, http, openStream, type Shape } from '@/shared/http'

export type Bell = Shape<'InboxControllerBellView'>
export type InboxEntry = Shape<'InboxControllerInboxEntryView'>

export const listInbox = (unreadOnly: boolean, before: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/notify/inbox', { params: { query: { unreadOnly, before } }, signal }))

export const markRead = (id: string) =>
  answer(http.POST('/api/notify/inbox/{id}/read', { params: { path: { id } } }))

export const markAllRead = () => answer(http.POST('/api/notify/inbox/read'))

/** Tells the bell now and whenever it changes, until ended. */
export const watchBell = (onBell: (bell: Bell) => void) =>
  openStream('/api/notify/stream', (event) => {
    if (event.name === 'inbox') onBell(event.data as Bell)
  })
