import { answer, http, type Shape } from '@/shared/http'

export type WorkItem = Shape<'WorkItemView'>
export type Case = Shape<'CaseView'>
export type CaseAction = Shape<'CaseViewCaseActionView'>
export type CaseInput = Shape<'CaseViewCaseInputView'>
export type CaseClock = Shape<'CaseViewCaseClockView'>
export type UnitFigures = Shape<'SupervisionControllerUnitFiguresView'>
export type WorkFilter = Shape<'WorkControllerWorkFilterView'>
export type Scope = 'MINE' | 'POOL' | 'UNIT' | 'AREA'
export type Figure = 'OPEN' | 'OVERDUE' | 'SOON' | 'SUPERVISED' | 'ENDED' | 'ENDED_LATE'
export type Which = 'ALL' | 'OVERDUE' | 'SOON' | 'SUPERVISED'

export interface Question {
  scope: Scope
  which: Which
  procedure?: string
  state?: string
}

export const listWork = (question: Question, after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/casework/work', { params: { query: { ...question, after } }, signal }))

export const summariseWork = (signal: AbortSignal) =>
  answer(http.GET('/api/casework/work/summary', { signal }))

export const listFilters = (signal: AbortSignal) => answer(http.GET('/api/casework/work/filters', { signal }))

export const findCase = (number: string) =>
  answer(http.GET('/api/casework/cases', { params: { query: { number } } }))

export const readCase = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/casework/cases/{id}', { params: { path: { id } }, signal }))

export const listUnitFigures = (signal: AbortSignal) =>
  answer(http.GET('/api/casework/supervision/units', { signal }))

export const listSupervisedCases = (
  behind: { figure: Figure; unit?: string },
  after: string | undefined,
  signal: AbortSignal,
) => answer(http.GET('/api/casework/supervision/cases', { params: { query: { ...behind, after } }, signal }))

export const listUnits = (signal: AbortSignal) => answer(http.GET('/api/area/units', { signal }))

export interface Taken {
  revision: number
  action: string
  note: string
  input: Record<string, unknown>
}

export const actOnCase = (id: string, taken: Taken, requestKey: string) =>
  answer(
    http.POST('/api/casework/cases/{id}/actions', {
      params: { path: { id } },
      body: { ...taken, requestKey } as Shape<'CaseControllerCaseActionForm'>,
    }),
  )

/** The file belongs to the case from the start, so that nobody else can read it in between. */
export async function uploadToCase(id: string, file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  const stored = await answer(
    http.POST('/api/files', {
      params: { query: { owner: `casework.case:${id}` } },
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  )
  return String(stored.id)
}
