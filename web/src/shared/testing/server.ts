import { vi } from 'vitest'

type Reply = unknown | ((body: unknown, request: Request) => unknown)

/** A refusal as the server sends it. */
export class Refused {
  readonly status: number
  readonly reason: string
  readonly title: string
  readonly faults: { field: string; message: string }[]

  constructor(
    status: number,
    reason: string,
    title: string,
    faults: { field: string; message: string }[] = [],
  ) {
    this.status = status
    this.reason = reason
    this.title = title
    this.faults = faults
  }
}

function responseTo(reply: unknown): Response {
  if (reply instanceof Refused) {
    return Response.json(
      { reason: reply.reason, title: reply.title, faults: reply.faults },
      { status: reply.status },
    )
  }
  return reply === undefined ? new Response(null, { status: 204 }) : Response.json(reply)
}

/**
 * A server of the test's own: `fakeServer({ 'GET /api/area/units': [...], 'POST /api/…': (body) => … })`.
 * What was asked for is kept in `requests`; a path it does not know is answered with 404.
 */
export function fakeServer(replies: Record<string, Reply>) {
  const requests: { method: string; path: string; headers: Headers; body: unknown }[] = []
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init)
    const path = new URL(request.url).pathname
    const text = request.method === 'GET' ? '' : await request.clone().text()
    const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text || undefined
    requests.push({ method: request.method, path, headers: request.headers, body })
    const key = `${request.method} ${path}`
    if (!(key in replies)) return responseTo(new Refused(404, 'missing', `no ${key}`))
    const reply = replies[key]
    return responseTo(typeof reply === 'function' ? await reply(body, request) : reply)
  })
  return { requests }
}
