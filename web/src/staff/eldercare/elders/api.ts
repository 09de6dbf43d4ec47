import { answer, http } from '@/shared/http'
import type { Living, Relation } from '../api'

export const listElders = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/eldercare/elders', { params: { query: { after } }, signal }))

export const describeElder = (person: string, body: { revision: number; living: Living; needs: string }) =>
  answer(http.PUT('/api/eldercare/elders/{person}', { params: { path: { person } }, body }))

export const addContact = (person: string, body: { name: string; relation: Relation; phone: string }) =>
  answer(http.POST('/api/eldercare/elders/{person}/contacts', { params: { path: { person } }, body }))

export const arrangeContacts = (person: string, order: string[]) =>
  answer(
    http.PUT('/api/eldercare/elders/{person}/contacts/order', {
      params: { path: { person } },
      body: { order },
    }),
  )

export const verifyContact = (person: string, contact: string) =>
  answer(
    http.POST('/api/eldercare/elders/{person}/contacts/{contact}/verify', {
      params: { path: { person, contact } },
    }),
  )

export const removeContact = (person: string, contact: string) =>
  answer(
    http.DELETE('/api/eldercare/elders/{person}/contacts/{contact}', {
      params: { path: { person, contact } },
    }),
  )
