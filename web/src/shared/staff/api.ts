import { answer, http, Problem } from '@/shared/http'
import type { Names } from '@/shared/i18n'

/** A role at a unit in an area, through which the account may act. */
export interface Posting {
  id: string
  role: Names
  unit: Names
}

export interface Session {
  name: string
  posting?: string
  postings: Posting[]
  permissions: string[]
  mustChangePassword: boolean
  idleSeconds: number
}

export interface Credentials {
  name: string
  password: string
  code?: string
}

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
