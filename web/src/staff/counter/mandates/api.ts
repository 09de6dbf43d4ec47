import { answer, http, type Shape } from '@/shared/http'

export type Mandate = Shape<'MandateView'>
export type MandateForm = Shape<'MakeMandateForm'>
export type Agent = Shape<'MandatesControllerAgentView'>
export type BusyAgent = Shape<'MandateRowsBusy'>
export type Resident = Shape<'MandatesControllerMandateResidentView'>
export type Consent = MandateForm['consent']

export const listMandates = (signal?: AbortSignal): Promise<Mandate[]> =>
  answer(http.GET('/api/counter/mandates', { signal }))

export const listAgents = (signal?: AbortSignal): Promise<Agent[]> =>
  answer(http.GET('/api/counter/mandates/agents', { signal }))

export const listBusyAgents = (signal?: AbortSignal): Promise<BusyAgent[]> =>
  answer(http.GET('/api/counter/mandates/busy-agents', { signal }))

export const searchMandates = (
  documentKind: MandateForm['documentKind'],
  documentNumber: string,
): Promise<Mandate[]> =>
  answer(http.POST('/api/counter/mandates/search', { body: { documentKind, documentNumber } }))

export const makeMandate = (body: MandateForm): Promise<Mandate> =>
  answer(http.POST('/api/counter/mandates', { body }))

export const revokeMandate = (id: string, reason: string): Promise<Mandate> =>
  answer(http.POST('/api/counter/mandates/{id}/revoke', { params: { path: { id } }, body: { reason } }))

/** Whom a mandate is from, in full; every look is noted. */
export const residentOf = (id: string): Promise<Resident> =>
  answer(http.POST('/api/counter/mandates/{id}/resident', { params: { path: { id } } }))
