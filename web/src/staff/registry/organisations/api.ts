import { answer, http, type Shape } from '@/shared/http'
import type { Why } from '../shared'

export type Organisation = Shape<'OrganisationControllerOrganisationView'>
export type Facts = Shape<'OrganisationControllerOrganisationFactsForm'>
export type Kind = Organisation['kind']

export const KINDS: readonly Kind[] = [
  'ENTERPRISE',
  'INDIVIDUAL_BUSINESS',
  'SOCIAL_GROUP',
  'PRIVATE_NON_ENTERPRISE_UNIT',
  'FOUNDATION',
  'PUBLIC_INSTITUTION',
  'GOVERNMENT',
  'OTHER',
]

const at = (id: string) => ({ params: { path: { id } } })

/** What a list of organisations is narrowed by. */
export interface Question {
  area: string
  text?: string
  kind?: Kind
  dissolved?: boolean
}

export const listOrganisations = (question: Question, after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/organisations', { params: { query: { ...question, after } }, signal }))

export const readOrganisation = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/organisations/{id}', { ...at(id), signal }))

export const listOrganisationChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/organisations/{id}/changes', { ...at(id), signal }))

export const addOrganisation = (facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/organisations', { body: { facts, why } }))

export const correctOrganisation = (id: string, revision: number, facts: Facts, why: Why) =>
  answer(http.POST('/api/registry/organisations/{id}/correct', { ...at(id), body: { revision, facts, why } }))

export const dissolveOrganisation = (id: string, revision: number, on: string, why: Why) =>
  answer(http.POST('/api/registry/organisations/{id}/dissolve', { ...at(id), body: { revision, on, why } }))

export const voidOrganisation = (id: string, revision: number, why: Why) =>
  answer(http.POST('/api/registry/organisations/{id}/void', { ...at(id), body: { revision, why } }))

/** Whom to call, in full; the purpose goes to the disclosure ledger. */
export const revealContact = (id: string, purpose: string) =>
  answer(http.POST('/api/registry/organisations/{id}/reveal', { ...at(id), body: { purpose } }))
