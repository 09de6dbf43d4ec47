import { answer, http, type Shape } from '@/shared/http'
import type { Why } from '../shared'

export type Household = Shape<'HouseholdView'>
export type Member = Shape<'HouseholdViewMemberView'>
export type HouseholdLine = Shape<'HouseholdControllerHouseholdLineView'>
export type Founding = Shape<'HouseholdControllerFoundHouseholdForm'>
export type Kind = Household['kind']
export type Related = Shape<'HouseholdControllerRelatedForm'>
export type MoveForm = Shape<'HouseholdControllerMoveHouseholdForm'>
export type ResidenceKind = MoveForm['kind']

export const KINDS: readonly Kind[] = ['FAMILY', 'COLLECTIVE']
export const MOVING_KINDS: readonly ResidenceKind[] = ['REGISTERED_HERE', 'FLOATING', 'RENTAL']

const at = (id: string) => ({ params: { path: { id } } })

export const listHouseholds = (
  code: string,
  kind: Kind | undefined,
  after: string | undefined,
  signal: AbortSignal,
) =>
  answer(
    http.GET('/api/registry/areas/{code}/households', {
      params: { path: { code }, query: { kind, after } },
      signal,
    }),
  )

export const readHousehold = (id: string, on: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/households/{id}', { params: { path: { id }, query: { on } }, signal }))

export const listHouseholdChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/households/{id}/changes', { ...at(id), signal }))

export const foundHousehold = (form: Founding) =>
  answer(http.POST('/api/registry/households', { body: form }))

export const joinHousehold = (
  id: string,
  form: { revision: number; person: string; relation: string; from: string; why: Why },
) => answer(http.POST('/api/registry/households/{id}/join', { ...at(id), body: form }))

export const leaveHousehold = (
  id: string,
  form: { revision: number; person: string; until: string; why: Why },
) => answer(http.POST('/api/registry/households/{id}/leave', { ...at(id), body: form }))

export const relateMember = (
  id: string,
  form: { revision: number; person: string; relation: string; why: Why },
) => answer(http.POST('/api/registry/households/{id}/relate', { ...at(id), body: form }))

export const proposeHead = (id: string, person: string, signal?: AbortSignal) =>
  answer(
    http.GET('/api/registry/households/{id}/head/{person}', { params: { path: { id, person } }, signal }),
  )

export const changeHead = (
  id: string,
  form: { revision: number; head: string; relations: Related[]; why: Why },
) => answer(http.POST('/api/registry/households/{id}/head', { ...at(id), body: form }))

export const moveHousehold = (id: string, form: MoveForm) =>
  answer(http.POST('/api/registry/households/{id}/move', { ...at(id), body: form }))

export const voidHousehold = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/households/{id}/void', { ...at(id), body: { revision, why } }))

export const readAddress = async (id: string, signal: AbortSignal) =>
  (await answer(http.GET('/api/registry/dwellings/{id}', { ...at(id), signal }))).address
