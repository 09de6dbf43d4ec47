import { answer, http, type Shape } from '@/shared/http'

export type Member = Shape<'TeamControllerTeamMemberView'>
export type Duty = Member['duty']
export type Fault = Shape<'CoverageControllerCoverageRowView'>['fault']
export type FaultRow = Shape<'CoverageControllerCoverageRowView'>
export type Part = Shape<'CoverageControllerCoveragePartView'>
export type NewMember = Omit<Shape<'TeamControllerAddTeamMemberForm'>, 'requestKey'>

export const DUTIES: readonly Duty[] = ['LEAD', 'WORKER', 'SECURITY', 'PROPERTY', 'BUILDING']
/** What is wrong in the worst cases first. */
export const FAULTS: readonly Fault[] = [
  'UNSTAFFED',
  'HOLE',
  'OVERLAP',
  'TOO_LARGE',
  'TOO_SMALL',
  'NO_CHIEF',
  'TWO_CHIEFS',
  'NO_LEAD',
  'LEAD_LOAD',
]

export const listTeams = (area: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/grid/teams', { params: { query: { area } }, signal }))

export const listCandidates = (cell: string, duty: Duty, signal: AbortSignal) =>
  answer(http.GET('/api/grid/teams/candidates', { params: { query: { cell, duty } }, signal }))

export const addMember = (member: NewMember, requestKey: string) =>
  answer(http.POST('/api/grid/teams/members', { body: { ...member, requestKey } }))

export const endMember = (id: string, lastDay: string, reason: string) =>
  answer(
    http.POST('/api/grid/teams/members/{id}/end', { params: { path: { id } }, body: { lastDay, reason } }),
  )

export const checkCoverage = (area: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/grid/coverage', { params: { query: { area } }, signal }))

export const listFaults = (fault: Fault, area: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/grid/coverage/{fault}', { params: { path: { fault }, query: { area } }, signal }))
