import { answer, http, Problem, type Shape } from '@/shared/http'

/** Who is signed in, through which postings they may act, and what the chosen one permits. */
export type Session = Shape<'SessionView'>

/** A role at a unit in an area, from one day to another. */
export type Posting = Shape<'PostingView'>

export type Credentials = Shape<'SessionControllerSignInForm'>

/** The session, or undefined when nobody is signed in. */
export async function currentSession(): Promise<Session | undefined> {
  try {
    return await answer(http.GET('/api/access/session'))
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return undefined
    throw failure
  }
}

export function signIn(credentials: Credentials): Promise<Session> {
  return answer(http.POST('/api/access/sign-in', { body: credentials }))
}

export function choosePosting(posting: string): Promise<Session> {
  return answer(http.POST('/api/access/session/posting', { body: { posting } }))
}

export async function signOut(): Promise<void> {
  await answer(http.POST('/api/access/sign-out'))
}

export const listRoles = (signal: AbortSignal) => answer(http.GET('/api/access/roles', { signal }))

export const listUnits = (signal: AbortSignal) => answer(http.GET('/api/area/units', { signal }))

/** How long the session lasts if nothing more is done; asking does not prolong it. */
export async function remainingSeconds(): Promise<number> {
  return (await answer(http.GET('/api/access/session/remaining'))).seconds
}
