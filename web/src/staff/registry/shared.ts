import { answer, http, type Shape } from '@/shared/http'
import { useFormats, useText } from '@/shared/i18n'
import type { Source } from '@/staff/registry/people'

export type Change = Shape<'ChangeView'>
export type MaskedPerson = Shape<'MaskedPerson'>
export type Why = Shape<'WhyForm'>
export type FoundDwelling = Shape<'FindDwellingsFoundDwellingView'>
export type PersonFound = Shape<'PersonLine'>
export type Code = Shape<'CodesControllerCodeView'>
export type BookCommunity = Shape<'AddressBookControllerBookCommunityView'>
export type BookCompound = Shape<'AddressBookControllerBookCompoundView'>
export type SuggestedAddress = Shape<'AddressBookControllerSuggestedAddressView'>
export type Division = Shape<'DivisionView'>

/** From where, and why, as the form keeps it. */
export interface Because {
  source: Source
  reason: string
}

export const newBecause = (): Because => ({ source: 'DESK', reason: '' })

/** A change's why; sources that name themselves cannot be chosen. */
export function whyOf(because: Because): Why {
  const { source, reason } = because
  const chosen = source !== 'IMPORT' && source !== 'RETENTION' && source !== 'DEMO'
  return { reason, source: chosen ? source : 'DESK' }
}

/** What an empty field sends: nothing. */
export const filled = (text: string | undefined): string | undefined => text?.trim() || undefined

/** What an empty number field sends: nothing. */
export const numberOf = (text: string | number | undefined): number | undefined =>
  text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)

export const findDwellings = (said: string, signal?: AbortSignal) =>
  answer(http.GET('/api/registry/dwellings', { params: { query: { said } }, signal }))

export const findPeople = (text: string) => answer(http.POST('/api/registry/people/find', { body: { text } }))

type CodeTable = 'RELATION' | 'INFLOW_REASON' | 'MARITAL_STATUS' | 'EDUCATION'

export const listCodes = (table: CodeTable, signal: AbortSignal) =>
  answer(http.GET('/api/registry/codes/{table}', { params: { path: { table } }, signal }))

export const readAddressBook = (community: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/address-book', { params: { query: { community } }, signal }))

export const suggestAddresses = (said: string, community: string | undefined) =>
  answer(
    http.GET('/api/registry/address-book/suggestions', {
      params: { query: { said, community: filled(community) } },
    }),
  )

export const listDivisions = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))

export const readTrail = (code: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions/{code}', { params: { path: { code } }, signal }))

/** From when to when, in words; an end that is open is today. */
export function usePeriod() {
  const { t } = useText()
  const { date } = useFormats()
  return (from: string | undefined, until: string | undefined): string =>
    t('registry.fromTo', [
      from ? date(from) : t('registry.unknownDay'),
      until ? date(until) : t('registry.now'),
    ])
}
