import { answer, http } from '@/shared/http'

export type Account = Awaited<ReturnType<typeof listAccounts>>['items'][number]
export type FirstPassword = Awaited<ReturnType<typeof createAccount>>
export type Posting = Awaited<ReturnType<typeof postingsOf>>[number]
export type Role = Awaited<ReturnType<typeof listRoles>>[number]
export type Unit = Awaited<ReturnType<typeof listUnits>>[number]
export type AuditLine = Awaited<ReturnType<typeof searchAudit>>['items'][number]
export type ChainReport = Awaited<ReturnType<typeof verifyAudit>>[number]
export type PastSession = Awaited<ReturnType<typeof ownSessions>>[number]

export interface NewPosting {
  account: string
  role: string
  unit: string
  area: string
  homeUnit?: string
  from: string
  to?: string
}

export interface AuditFilter {
  from?: string
  to?: string
  login?: string
  act?: string
  object?: string
}

export const listAccounts = (login: string, after: string | undefined, signal?: AbortSignal) =>
  answer(http.GET('/api/access/accounts', { params: { query: { login, after } }, signal }))

export const createAccount = (login: string, name: string, phone: string) =>
  answer(http.POST('/api/access/accounts', { body: { login, name, phone } }))

/** Without a phone the present one stays; an empty one removes it. */
export const changeAccount = (id: string, name: string, phone: string | undefined, revision: number) =>
  answer(http.PUT('/api/access/accounts/{id}', { params: { path: { id } }, body: { name, phone, revision } }))

export const resetPassword = (id: string) =>
  answer(http.POST('/api/access/accounts/{id}/password', { params: { path: { id } } }))

export const resetSecondFactor = (id: string) =>
  answer(http.POST('/api/access/accounts/{id}/totp-reset', { params: { path: { id } } }))

export const unlockAccount = (id: string) =>
  answer(http.POST('/api/access/accounts/{id}/unlock', { params: { path: { id } } }))

export const retireAccount = (id: string, why: string) =>
  answer(http.POST('/api/access/accounts/{id}/retire', { params: { path: { id } }, body: { why } }))

export const postingsOf = (account: string, signal?: AbortSignal) =>
  answer(http.GET('/api/access/accounts/{account}/postings', { params: { path: { account } }, signal }))

export const grantPosting = (posting: NewPosting) =>
  answer(http.POST('/api/access/postings', { body: posting }))

export const endPosting = (id: string) =>
  answer(http.POST('/api/access/postings/{id}/end', { params: { path: { id } } }))

export const listRoles = (signal?: AbortSignal) => answer(http.GET('/api/access/roles', { signal }))

export const listUnits = (signal?: AbortSignal) => answer(http.GET('/api/area/units', { signal }))

export const searchAudit = (filter: AuditFilter, after: string | undefined, signal?: AbortSignal) =>
  answer(http.GET('/api/access/audit', { params: { query: { ...filter, after } }, signal }))

export const verifyAudit = () => answer(http.POST('/api/access/audit/verify'))

export const ownSessions = (signal?: AbortSignal) => answer(http.GET('/api/access/sessions', { signal }))

export const endSession = (id: string) =>
  answer(http.POST('/api/access/sessions/{id}/end', { params: { path: { id } } }))

export const endOtherSessions = () => answer(http.POST('/api/access/sessions/end-others'))
