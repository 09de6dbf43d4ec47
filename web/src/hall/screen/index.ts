import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The call screen above the windows. */
export default defineSurface({ name: 'screen', routes, messages: { zh, en } })
