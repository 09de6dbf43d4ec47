import { defineSurface } from '@/shared/surface'
import en from './messages.en'
import zh from './messages.zh'
import { routes } from './routes'

/** Anybody checks a paper: by the code on it, or by the file itself. */
export default defineSurface({ name: 'check', routes, messages: { zh, en } })
