import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/counter/items',
    name: 'items',
    component: () => import('./pages/ItemListPage.vue'),
    meta: { title: 'counter.catalogue.menu', anyOf: ['counter.item.read'] },
  },
  {
    path: '/counter/items/:code',
    name: 'item',
    props: (route) => ({
      code: String(route.params.code),
      version: Number(route.query.version) || undefined,
    }),
    component: () => import('./pages/ItemPage.vue'),
    meta: { title: 'counter.catalogue.guide', anyOf: ['counter.item.read'], under: 'items' },
  },
  {
    path: '/counter/items/:code/edit',
    name: 'item-edit',
    props: true,
    component: () => import('./pages/ItemEditPage.vue'),
    meta: { title: 'counter.catalogue.edit.title', anyOf: ['counter.item.publish'], under: 'items' },
  },
]
