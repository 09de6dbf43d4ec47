import createClient from 'openapi-fetch'
import { Problem, problemFrom } from './problem'
import type { paths } from './schema'
import { standing } from './standing'

const READS = new Set(['GET', 'HEAD'])
const PAUSES_MS = [300, 900]

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

const WITHOUT_SESSION = /\/sign-(in|out)$/

/** A request that came after the session's end waits for the person to sign in again, so that nothing typed is lost. */
async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sturdyFetch(request)
  if (response.status !== 401 || WITHOUT_SESSION.test(new URL(request.url).pathname)) return response
  if (!(await standing.signInAgain())) return response
  for (const [name, value] of Object.entries(standingHeaders(again.method))) again.headers.set(name, value)
  return sturdyFetch(again)
}

/** Reads are tried three times when the network or the server is away; acts are sent once and repeated by the user, under the same request key. */
async function sturdyFetch(request: Request): Promise<Response> {
  const tries = READS.has(request.method) ? PAUSES_MS.length + 1 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await window.fetch(attempt < tries ? request.clone() : request)
      if (response.status !== 503 || attempt >= tries) return response
    } catch (failure) {
      if (request.signal.aborted) throw failure
      if (attempt >= tries) throw new Problem({ status: 0, reason: 'offline', title: '' })
    }
    await pause(PAUSES_MS[attempt - 1] ?? 0)
  }
}

/** The typed door to the server: `http.GET('/api/…', { params, signal })`; unwrap with {@link answer}. */
export const http = createClient<paths>({ baseUrl: '/', fetch: patientFetch, credentials: 'same-origin' })

/** The headers every request carries; for the few requests that openapi-fetch cannot make, such as an upload with progress. */
export function standingHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': standing.language }
  if (standing.posting) headers['X-Linli-Posting'] = standing.posting
  const token = READS.has(method) ? undefined : cookie('XSRF-TOKEN')
  if (token) headers['X-XSRF-TOKEN'] = token
  return headers
}

http.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(standingHeaders(request.method)))
      request.headers.set(name, value)
    return request
  },
  async onResponse({ response, request }) {
    standing.onAnswer()
    if (response.ok) return undefined
    const problem = await problemFrom(response)
    if (response.status === 401 && !WITHOUT_SESSION.test(new URL(request.url).pathname))
      standing.onSignedOut()
    throw problem
  },
})

type Answer<T> = { data?: T; response: Response }

/** The body of an answer; throws the {@link Problem} when there was one. */
export async function answer<T>(pending: Promise<Answer<T>>): Promise<T> {
  return (await pending).data as T
}
