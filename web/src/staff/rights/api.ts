import { answer, http, type Shape } from '@/shared/http'

export type Subject = Shape<'SubjectView'>
export type Identified = Shape<'DeskFormsIdentifiedForm'>
export type Request = Shape<'RequestView'>
export type RequestForm = Shape<'ReceiveRequestForm'>
export type RequestKind = RequestForm['kind']
export type AskedBy = RequestForm['askedBy']
export type CorrectedField = NonNullable<RequestForm['corrections']>[number]['field']
export type PaperKind = Request['papers'][number]
export type Retention = Shape<'RetentionView'>
export type Rule = Retention['rules'][number]
export type Run = Retention['runs'][number]

/** The number goes in the body, so that no address holds it. */
export const holdingsOf = (body: Identified): Promise<Subject> =>
  answer(http.POST('/api/rights/desk/holdings', { body }))

export const readersOf = (person: Identified, after: string | undefined, signal?: AbortSignal) =>
  answer(http.POST('/api/rights/desk/readers', { body: { person, after }, signal }))

export const liftRestriction = (id: string, reason: string) =>
  answer(http.POST('/api/rights/desk/restrictions/{id}/lift', { params: { path: { id } }, body: { reason } }))

export const receiveRequest = (body: RequestForm): Promise<Request> =>
  answer(http.POST('/api/rights/requests', { body }))

export const showRequest = (id: string, signal?: AbortSignal): Promise<Request> =>
  answer(http.GET('/api/rights/requests/{id}', { params: { path: { id } }, signal }))

export const paperPages = async (id: string, kind: PaperKind, signal?: AbortSignal): Promise<string[]> =>
  (
    await answer(
      http.GET('/api/rights/requests/{id}/papers/{kind}/pages', { params: { path: { id, kind } }, signal }),
    )
  ).pages

export const retentionReport = (signal?: AbortSignal): Promise<Retention> =>
  answer(http.GET('/api/rights/retention', { signal }))

export const rehearse = (rule: string): Promise<Run> =>
  answer(http.POST('/api/rights/retention/{rule}/rehearsal', { params: { path: { rule } } }))

export const runRule = (rule: string): Promise<Run> =>
  answer(http.POST('/api/rights/retention/{rule}/run', { params: { path: { rule } } }))

export const switchRule = (rule: string, active: boolean, reason: string) =>
  answer(
    http.POST('/api/rights/retention/{rule}/switch', {
      params: { path: { rule } },
      body: { active, reason },
    }),
  )
