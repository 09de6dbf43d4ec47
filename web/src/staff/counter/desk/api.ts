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
export type KnownResident = Shape<'KnownResidentControllerKnownResidentView'>
export type ErrandMaterial = Errand['materials'][number]
export type Supplement = NonNullable<Errand['supplement']>
export type MaterialFault = Shape<'SupplementControllerWrongMaterialForm'>['fault']
export type Promised = Shape<'ErrandQueriesPromiseRow'>
export type Outstanding = Shape<'ErrandQueriesOutstandingRow'>

/** What is wrong with a material, as the clerk says it. */
export interface Lack {
  fault: MaterialFault
  words: string
}

/** The usual faults, the likeliest first. */
export const FAULTS: readonly MaterialFault[] = [
  'NOT_HANDED_IN',
  'UNREADABLE',
  'EXPIRED',
  'INCOMPLETE',
  'DIFFERS',
  'WRONG_FORM',
  'OTHER',
]

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

/** The communities a posting's people live in: those of its sub-district, or of every sub-district. */
export async function communitiesOf(area: string): Promise<Division[]> {
  if (area.length > 6) return divisionsWithin(area.slice(0, 9))
  const parts = await divisionsWithin(area)
  return (await Promise.all(parts.map((part) => divisionsWithin(part.code)))).flat()
}

export const heldOf = (
  documentKind: ApplicantForm['documentKind'],
  documentNumber: string,
): Promise<Held[]> => answer(http.POST('/api/counter/held', { body: { documentKind, documentNumber } }))

/** What the registry knows of whoever stands at the window with this visit in hand. */
export const knownOf = (
  documentKind: ApplicantForm['documentKind'],
  documentNumber: string,
  visit: string,
): Promise<KnownResident> =>
  answer(http.POST('/api/counter/residents/known', { body: { documentKind, documentNumber, visit } }))

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

export const settleMaterial = (id: string, material: string, files: string[]): Promise<Errand> =>
  answer(
    http.POST('/api/counter/errands/{id}/materials', { params: { path: { id } }, body: { material, files } }),
  )

export const addScans = (id: string, material: string, files: string[]): Promise<Errand> =>
  answer(
    http.POST('/api/counter/errands/{id}/files', { params: { path: { id } }, body: { material, files } }),
  )

export const voidScan = (id: string, file: string, why: string): Promise<Errand> =>
  answer(
    http.POST('/api/counter/errands/{id}/files/{file}/void', {
      params: { path: { id, file } },
      body: { why },
    }),
  )

export const verifyPromise = (id: string, material: string, kept: boolean, note: string) =>
  answer(
    http.POST('/api/counter/errands/{id}/promises', {
      params: { path: { id } },
      body: { material, kept, note },
    }),
  )

export const askSupplement = (id: string, body: Shape<'SupplementControllerAskSupplementForm'>) =>
  answer(http.POST('/api/counter/errands/{id}/supplement', { params: { path: { id } }, body }))

export const receiveSupplement = (id: string, body: Shape<'SupplementControllerReceiveSupplementForm'>) =>
  answer(http.POST('/api/counter/errands/{id}/supplement/received', { params: { path: { id } }, body }))

export const listPromises = (signal?: AbortSignal): Promise<Promised[]> =>
  answer(http.GET('/api/counter/promises', { signal }))

export const listOutstanding = (signal?: AbortSignal): Promise<Outstanding[]> =>
  answer(http.GET('/api/counter/outstanding', { signal }))

export const finishErrand = (id: string): Promise<Shape<'ErrandsControllerFinishedView'>> =>
  answer(http.POST('/api/counter/errands/{id}/finish', { params: { path: { id } } }))

/** The pages of a paper as PNG in Base64: every browser shows and prints them. */
export const paperPages = async (id: string): Promise<string[]> =>
  (await answer(http.GET('/api/counter/papers/{id}/pages', { params: { path: { id } } }))).pages

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
