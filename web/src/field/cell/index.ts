import { defineSurface } from '@/shared/surface/surface'
import en from './messages.en'
import zh from './messages.zh'

/** My cell: as a list, as a map, and building by building. */
export default defineSurface({
  name: 'field.cell',
  routes: [
    { path: '/cell', name: 'cell', component: () => import('./pages/CellPage.vue') },
    { path: '/cell/map', name: 'cell-map', component: () => import('./pages/CellMapPage.vue') },
    {
      path: '/building/:id',
      name: 'building',
      component: () => import('./pages/BuildingPage.vue'),
      props: true,
    },
  ],
  messages: { zh, en },
})
