import { answer, http, type Shape } from '@/shared/http'
import type { Why } from '../shared'

export type Dwelling = Shape<'DwellingView'>
export type DwellingLine = Shape<'DwellingLineView'>
export type Resident = Shape<'DwellingViewResidentView'>
export type Facts = Shape<'DwellingControllerDwellingFactsForm'>
export type Use = Facts['use']
export type Compound = Shape<'CompoundControllerCompoundView'>
export type MoveIn = Shape<'ResidenceControllerMoveInForm'>
export type ResidenceKind = MoveIn['kind']
export type ResidenceCorrection = Shape<'ResidenceControllerCorrectResidenceForm'>

export const USES: readonly Use[] = ['OWNER_OCCUPIED', 'RENTAL', 'VACANT', 'BUSINESS', 'COLLECTIVE', 'OTHER']
export const RESIDENCE_KINDS: readonly ResidenceKind[] = [
  'REGISTERED_HERE',
  'FLOATING',
  'RENTAL',
  'LIVING_ELSEWHERE',
]

const at = (id: string) => ({ params: { path: { id } } })

export const listDwellings = (
  code: string,
  use: Use | undefined,
  after: string | undefined,
  signal: AbortSignal,
) =>
  answer(
    http.GET('/api/registry/areas/{code}/dwellings', {
      params: { path: { code }, query: { use, after } },
      signal,
    }),
  )

export const readDwelling = (id: string, on: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/dwellings/{id}', { params: { path: { id }, query: { on } }, signal }))

export const listDwellingChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/dwellings/{id}/changes', { ...at(id), signal }))

export const addDwelling = (compound: string, facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/dwellings', { body: { compound, facts, why } }))

export const correctDwelling = (id: string, revision: number, facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/dwellings/{id}/correct', { ...at(id), body: { revision, facts, why } }))

export const voidDwelling = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/dwellings/{id}/void', { ...at(id), body: { revision, why } }))

export const moveIn = (form: MoveIn) => answer(http.POST('/api/registry/residences', { body: form }))

export const moveOut = (
  id: string,
  form: { revision: number; until: string; registrationStays: boolean; why: Why },
) => answer(http.POST('/api/registry/residences/{id}/move-out', { ...at(id), body: form }))

export const correctResidence = (id: string, form: ResidenceCorrection) =>
  answer(http.POST('/api/registry/residences/{id}/correct', { ...at(id), body: form }))

export const voidResidence = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/residences/{id}/void', { ...at(id), body: { revision, why } }))

export const listCompounds = (area: string, after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/compounds', { params: { query: { area, after } }, signal }))

export const readCompound = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/compounds/{id}', { ...at(id), signal }))

export const listDwellingsOfCompound = (id: string, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/compounds/{id}/dwellings', {
      params: { path: { id }, query: { after } },
      signal,
    }),
  )

export const listCompoundChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/compounds/{id}/changes', { ...at(id), signal }))

export const addCompound = (community: string, name: string, otherNames: string[], why: Why) =>
  answer(http.POST('/api/registry/compounds', { body: { community, name, otherNames, why } }))

export const correctCompound = (compound: Compound, name: string, otherNames: string[], why: Why) =>
  answer(
    http.POST('/api/registry/compounds/{id}/correct', {
      ...at(compound.id),
      body: {
        revision: compound.revision,
        name,
        otherNames,
        lon: compound.at?.lon,
        lat: compound.at?.lat,
        why,
      },
    }),
  )

export const voidCompound = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/compounds/{id}/void', { ...at(id), body: { revision, why } }))
