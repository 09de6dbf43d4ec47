import { answer, http } from '@/shared/http'

export interface DisclosureFilter {
  from?: string
  to?: string
  login?: string
  idNumber?: string
  object?: string
}

export const searchDisclosures = (
  filter: DisclosureFilter,
  after: string | undefined,
  signal?: AbortSignal,
) => answer(http.POST('/api/privacy/disclosures/search', { body: { ...filter, after }, signal }))
