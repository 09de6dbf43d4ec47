import '@/shared/kit/tokens.css'
import '@/shared/kit/base.css'
import { startSurface } from '@/shared/surface'

startSurface({
  modules: import.meta.glob('./*/index.ts', { eager: true }),
  base: '/',
})
