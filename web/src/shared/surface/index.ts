export { default as PublicFrame } from './PublicFrame.vue'
export { defineSurface, startSurface, type SurfaceModule } from './surface'
