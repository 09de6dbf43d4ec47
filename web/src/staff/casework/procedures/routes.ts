import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/procedures',
    name: 'procedures',
    component: () => import('./pages/ProcedureListPage.vue'),
    meta: { title: 'casework.procedures.title', anyOf: ['casework.procedure.view'] },
  },
  {
    path: '/procedures/publish',
    name: 'procedure-publish',
    component: () => import('./pages/PublishProcedurePage.vue'),
    props: (route) => ({ from: typeof route.query.from === 'string' ? route.query.from : undefined }),
    meta: {
      title: 'casework.procedures.publish.title',
      anyOf: ['casework.procedure.publish'],
      under: 'procedures',
    },
  },
  {
    path: '/procedures/:procedure/:version(\\d+)?',
    name: 'procedure',
    component: () => import('./pages/ProcedurePage.vue'),
    props: (route) => ({
      procedure: String(route.params.procedure),
      version: route.params.version ? Number(route.params.version) : undefined,
    }),
    meta: { title: 'casework.procedures.one', anyOf: ['casework.procedure.view'], under: 'procedures' },
  },
]
