import { answer, http, type Shape } from '@/shared/http'

export type ElderLine = Shape<'ElderControllerElderLineView'>
export type Elder = Shape<'ElderControllerElderView'>
export type Contact = Shape<'ElderControllerContactView'>
export type Living = Elder['living']
export type Relation = Contact['relation']

export const LIVING: readonly Living[] = [
  'UNKNOWN',
  'ALONE',
  'COUPLE',
  'WITH_CHILDREN',
  'WITH_OTHERS',
  'INSTITUTION',
]
export const RELATIONS: readonly Relation[] = [
  'SPOUSE',
  'CHILD',
  'GRANDCHILD',
  'SIBLING',
  'RELATIVE',
  'NEIGHBOUR',
  'FRIEND',
  'CARER',
  'COMMUNITY',
]

export const readElder = (person: string, signal: AbortSignal) =>
  answer(http.GET('/api/eldercare/elders/{person}', { params: { path: { person } }, signal }))
