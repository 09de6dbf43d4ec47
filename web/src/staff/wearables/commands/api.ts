import { answer, http, type Shape } from '@/shared/http'

export type Command = Shape<'CommandControllerCommandView'>
export type CommandForm = Shape<'CommandForm'>
export type CommandKind = Command['kind']

/** Those that need a few words first, in the order of the page. */
export const WORDED = ['CONTACTS', 'REMIND', 'QUIET', 'INTERVAL'] as const
export type Worded = (typeof WORDED)[number]

export const listCommands = (device: number, signal: AbortSignal) =>
  answer(http.GET('/api/wearables/devices/{device}/commands', { params: { path: { device } }, signal }))

export const giveCommand = (device: number, body: CommandForm) =>
  answer(http.POST('/api/wearables/devices/{device}/commands', { params: { path: { device } }, body }))
