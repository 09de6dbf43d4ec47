export { answer, http, standingHeaders } from './http'
export { openStream, type StreamEvent } from './eventStream'
export { aborted, Problem, type Fault } from './problem'
export { askLoopback } from './loopback'
export { requestKey } from './requestKey'
export { send } from './send'
export { onLanguageSwitch, standing } from './standing'
export { useAct, type Act } from './useAct'
export { useLoaded, type Loaded } from './useLoaded'
export { usePages, type PageOf } from './usePages'
export type { components, paths } from './schema'
import type { components } from './schema'

/** A shape of the server's interface by its name, such as `Shape<'SessionView'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name]
