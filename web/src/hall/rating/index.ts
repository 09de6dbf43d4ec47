import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** The rating tablet at the window, and the page behind the code on a phone. */
export default defineSurface({ name: 'rating', routes, messages: { zh, en } })
