import { answer, http, type Shape } from '@/shared/http'

export type PersonLine = Shape<'PersonLine'>
export type Person = Shape<'PersonView'>
export type Change = Shape<'ChangeView'>
export type Facts = Shape<'PeopleControllerPersonFactsForm'>
export type NewPerson = Shape<'PeopleControllerRegisterPersonForm'>
export type DocumentKind = Shape<'PeopleControllerPersonDocumentForm'>['kind']
export type Standing = Person['standing']
export type Source = Change['source']
export type Code = Shape<'CodesControllerCodeView'>

/** From where the base is told something, as far as somebody at the console can say. */
export const SOURCES = ['COUNTER', 'CARD', 'DESK', 'FIELD', 'DEPARTMENT'] as const satisfies readonly Source[]

/** From where, and why. */
export interface Because {
  source: Source
  reason: string
}

export const findPeople = (text: string, after: string | undefined, signal: AbortSignal) =>
  answer(http.POST('/api/registry/people/find', { body: { text, after }, signal }))

export const readPerson = (id: string, on: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/people/{id}', { params: { path: { id }, query: { on } }, signal }))

export const revealPerson = (id: string, purpose: string, on: string | undefined) =>
  answer(http.POST('/api/registry/people/{id}/reveal', { params: { path: { id } }, body: { purpose, on } }))

export const listChanges = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/people/{id}/changes', { params: { path: { id } }, signal }))

export const registerPerson = (form: NewPerson) => answer(http.POST('/api/registry/people', { body: form }))

export const correctPerson = (id: string, revision: number, facts: Facts, because: Because) =>
  answer(
    http.PUT('/api/registry/people/{id}', {
      params: { path: { id } },
      body: { revision, facts, ...because },
    }),
  )

export const addPhone = (id: string, phone: string, because: Because) =>
  answer(
    http.POST('/api/registry/people/{id}/phones', { params: { path: { id } }, body: { phone, ...because } }),
  )

export const voidPhone = (id: string, phone: string, because: Because) =>
  answer(
    http.POST('/api/registry/people/{id}/phones/{phone}/void', {
      params: { path: { id, phone } },
      body: because,
    }),
  )

export const addDocument = (id: string, kind: DocumentKind, number: string, because: Because) =>
  answer(
    http.POST('/api/registry/people/{id}/documents', {
      params: { path: { id } },
      body: { document: { kind, number }, ...because },
    }),
  )

export const setStanding = (id: string, standing: Standing, because: Because) =>
  answer(
    http.POST('/api/registry/people/{id}/standing', {
      params: { path: { id } },
      body: { standing, ...because },
    }),
  )

export const listCodes = (table: 'MARITAL_STATUS' | 'EDUCATION', signal: AbortSignal) =>
  answer(http.GET('/api/registry/codes/{table}', { params: { path: { table } }, signal }))

export const listDivisions = (within: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))
