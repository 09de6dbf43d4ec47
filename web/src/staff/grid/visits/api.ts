import { answer, http, type Shape } from '@/shared/http'

export type Share = Shape<'PlanControllerVisitCoverageView'>
export type Plan = Shape<'PlanControllerVisitPlanView'>
export type Template = Shape<'PlanControllerVisitTemplateView'>
export type Visit = Shape<'GridVisitControllerGridVisitView'>
export type VisitRow = Shape<'GridVisitControllerGridVisitRowView'>
export type Round = Omit<Shape<'PlanControllerSendRoundForm'>, 'requestKey'>

/** What a figure of the coverage counts. */
export const COUNTED = ['done', 'due', 'overdue', 'notMet', 'skipped'] as const
export type Counted = (typeof COUNTED)[number]
const WHICH = {
  done: 'DONE',
  due: 'DUE',
  overdue: 'OVERDUE',
  notMet: 'NOT_MET',
  skipped: 'SKIPPED',
} as const

export const listTemplates = (signal: AbortSignal) => answer(http.GET('/api/grid/templates', { signal }))

export const coverPlans = (area: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/grid/plans/coverage', { params: { query: { area } }, signal }))

export const listPlans = (
  counted: Counted,
  area: string,
  template: string,
  after: string | undefined,
  signal: AbortSignal,
) =>
  answer(
    http.GET('/api/grid/plans', {
      params: { query: { which: WHICH[counted], area, template, after } },
      signal,
    }),
  )

export const listVisits = (area: string | undefined, after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/grid/visits', { params: { query: { area, after } }, signal }))

export const readVisit = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/grid/visits/{id}', { params: { path: { id } }, signal }))

export const sendRound = (round: Round, requestKey: string) =>
  answer(http.POST('/api/grid/rounds', { body: { ...round, requestKey } }))

export const skipPlan = (id: string, reason: string) =>
  answer(http.POST('/api/grid/plans/{id}/skip', { params: { path: { id } }, body: { reason } }))
