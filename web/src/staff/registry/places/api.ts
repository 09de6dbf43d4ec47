import { answer, http, type Shape } from '@/shared/http'
import type { Why } from '../shared'

export type Place = Shape<'PlaceControllerRegisteredPlaceView'>
export type Facts = Shape<'PlaceControllerPlaceFactsForm'>
export type Kind = Place['kind']

export const KINDS: readonly Kind[] = [
  'SCHOOL',
  'KINDERGARTEN',
  'HOSPITAL',
  'CLINIC',
  'ELDER_CARE',
  'CANTEEN',
  'LIBRARY',
  'PARK',
  'MARKET',
  'POLICE_STATION',
  'BANK',
  'POST_OFFICE',
  'TOILET',
  'SHELTER',
  'OTHER',
]

const at = (id: string) => ({ params: { path: { id } } })

export const listPlaces = (
  question: { area: string; kind?: Kind; text?: string },
  after: string | undefined,
  signal: AbortSignal,
) => answer(http.GET('/api/registry/places', { params: { query: { ...question, after } }, signal }))

export const readPlace = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/places/{id}', { ...at(id), signal }))

export const listPlaceChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/places/{id}/changes', { ...at(id), signal }))

export const addPlace = (facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/places', { body: { facts, why } }))

export const correctPlace = (id: string, revision: number, facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/places/{id}/correct', { ...at(id), body: { revision, facts, why } }))

export const voidPlace = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/places/{id}/void', { ...at(id), body: { revision, why } }))
