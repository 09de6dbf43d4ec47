import { answer, http, type Shape } from '@/shared/http'

export type Board = Shape<'HallDeskBoardView'>
export type Visit = Shape<'VisitView'>
export type ItemRow = Shape<'ItemRowView'>
export type Item = Shape<'ItemView'>
export type Material = Shape<'ItemViewMaterialView'>
export type ItemField = Shape<'FormField'>
export type MaterialState = Shape<'AcceptErrandFormMaterialForm'>['state']
export type Division = Shape<'DivisionView'>
export type ApplicantForm = Shape<'AcceptErrandFormApplicantForm'>
export type ErrandForm = Shape<'AcceptErrandForm'>
export type Acceptance = Shape<'AcceptanceView'>
export type Errand = Shape<'ErrandView'>
export type ErrandRow = Shape<'ErrandQueriesErrandRow'>
export type Paper = Errand['papers'][number]
export type Held = Shape<'HeldRowsHeld'>

export const showBoard = (station: string, signal?: AbortSignal): Promise<Board> =>
  answer(http.GET('/api/counter/stations/{station}/board', { params: { path: { station } }, signal }))

export const openWindow = (number: number) =>
  answer(http.POST('/api/counter/windows/{number}/open', { params: { path: { number } } }))

export const pauseWindow = (note: string) =>
  answer(http.POST('/api/counter/windows/mine/pause', { body: { note } }))

export const closeWindow = () => answer(http.POST('/api/counter/windows/mine/close'))

export const myVisit = async (signal?: AbortSignal): Promise<Visit | undefined> =>
  (await answer(http.GET('/api/counter/visits/mine', { signal }))).visit

export const takeNext = async (requestKey: string): Promise<Visit | undefined> =>
  (await answer(http.POST('/api/counter/visits/next', { body: { requestKey } }))).visit

type Seen = Pick<Visit, 'id' | 'revision'>
const onVisit = ({ id, revision }: Seen, requestKey: string) => ({
  params: { path: { id } },
  body: { revision, requestKey },
})

export const callAgain = (visit: Seen, key: string): Promise<Visit> =>
  answer(http.POST('/api/counter/visits/{id}/call-again', onVisit(visit, key)))

export const noteMissed = (visit: Seen, key: string): Promise<Visit> =>
  answer(http.POST('/api/counter/visits/{id}/miss', onVisit(visit, key)))

export const finishVisit = (visit: Seen, key: string): Promise<{ visit: Visit; ratingCode: string }> =>
  answer(http.POST('/api/counter/visits/{id}/finish', onVisit(visit, key)))

export const searchItems = (search: string, signal?: AbortSignal): Promise<ItemRow[]> =>
  answer(http.GET('/api/counter/items', { params: { query: search ? { search } : {} }, signal }))

export const findItem = (code: string): Promise<Item> =>
  answer(http.GET('/api/counter/items/{code}', { params: { path: { code } } }))

export const divisionsWithin = (within: string): Promise<Division[]> =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } } }))

export const heldOf = (
  documentKind: ApplicantForm['documentKind'],
  documentNumber: string,
): Promise<Held[]> => answer(http.POST('/api/counter/held', { body: { documentKind, documentNumber } }))

export const acceptErrand = (form: ErrandForm): Promise<Acceptance> =>
  answer(http.POST('/api/counter/errands', { body: form }))

export const findErrand = (id: string, signal?: AbortSignal): Promise<Errand> =>
  answer(http.GET('/api/counter/errands/{id}', { params: { path: { id } }, signal }))

export const listErrands = (own: boolean, signal?: AbortSignal): Promise<ErrandRow[]> =>
  answer(http.GET('/api/counter/errands', { params: { query: { own } }, signal }))

export const searchErrands = (text: string): Promise<ErrandRow[]> =>
  answer(http.POST('/api/counter/errands/search', { body: { text } }))

export const discloseApplicant = (
  id: string,
  purpose: string,
): Promise<Shape<'ErrandsControllerApplicantView'>> =>
  answer(http.POST('/api/counter/errands/{id}/applicant', { params: { path: { id } }, body: { purpose } }))

export const settleMaterial = (id: string, material: string): Promise<Errand> =>
  answer(http.POST('/api/counter/errands/{id}/materials', { params: { path: { id } }, body: { material } }))

export const finishErrand = (id: string): Promise<Shape<'ErrandsControllerFinishedView'>> =>
  answer(http.POST('/api/counter/errands/{id}/finish', { params: { path: { id } } }))

/** The PDF of a paper, fetched so that it goes out under this tab's posting. */
export const paperPdf = (id: string): Promise<Blob> =>
  answer(
    http.GET('/api/counter/papers/{id}/pdf', { params: { path: { id } }, parseAs: 'blob' }),
  ) as Promise<unknown> as Promise<Blob>

export type CaseAction = Shape<'CaseViewCaseActionView'>
export type CaseInput = Shape<'CaseViewCaseInputView'>

/** What the procedure offers this posting; what any case offers, such as urging, is on the case page. */
export const stepsOf = async (caseId: string): Promise<CaseAction[]> => {
  const seen = await answer(http.GET('/api/casework/cases/{id}', { params: { path: { id: caseId } } }))
  return seen.actions.filter((action) => !action.builtIn)
}

export const takeStep = (caseId: string, step: Shape<'CaseControllerCaseActionForm'>) =>
  answer(http.POST('/api/casework/cases/{id}/actions', { params: { path: { id: caseId } }, body: step }))
