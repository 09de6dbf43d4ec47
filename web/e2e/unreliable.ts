import {
  createServer,
  request as ask,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to one request on a bad line; nothing of it: it goes through. */
export interface Fate {
  /** Milliseconds before it goes on. */
  delay?: number
  /** The line breaks after so many bytes of the body have reached the server. */
  cutRequestAt?: number
  /** The line breaks after so many bytes of the answer have reached the phone. */
  cutAnswerAt?: number
  /** It reaches the server twice, one after the other; the second answer comes back. */
  repeat?: boolean
}

export interface Line {
  url: string
  /** How often each kind of bad luck struck. */
  struck: Record<keyof Fate, number>
  close(): Promise<void>
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Asks the server; with `cut`, the line to it breaks after so many bytes, and it knows how many were meant. */
function forward(
  target: URL,
  from: IncomingMessage,
  body: Buffer,
  cut?: number,
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers: OutgoingHttpHeaders = {
      ...from.headers,
      host: target.host,
      'content-length': String(body.length),
    }
    // The server takes changes from its own pages only, and knows itself by its own address.
    if (from.headers.origin) headers.origin = target.origin
    const { hostname, port } = target
    const sent = ask({ hostname, port, path: from.url, method: from.method, headers }, (answer) => {
      bodyOf(answer).then((whole) => resolve({ answer, body: whole }), reject)
    })
    sent.on('error', reject)
    if (cut === undefined || cut >= body.length) sent.end(body)
    else sent.write(body.subarray(0, cut), () => setTimeout(() => sent.destroy(new Error('cut')), 20))
  })
}

/**
 * A line between phones and server that cuts at byte n, delays and repeats, as `fateOf` says of each request. It carries
 * whole answers only: streams of events find no way through, so nobody is told of news.
 */
export async function unreliableLine(
  url: string,
  fateOf: (method: string, path: string, bytes: number) => Fate,
): Promise<Line> {
  const target = new URL(url)
  const struck = { delay: 0, cutRequestAt: 0, cutAnswerAt: 0, repeat: 0 }

  async function carry(from: IncomingMessage, to: ServerResponse): Promise<void> {
    if (from.headers.accept === 'text/event-stream') return void to.writeHead(503).end()
    const body = await bodyOf(from)
    const fate = fateOf(from.method ?? 'GET', from.url ?? '/', body.length)
    for (const kind of Object.keys(fate) as (keyof Fate)[]) struck[kind]++
    if (fate.delay) await wait(fate.delay)
    if (fate.repeat) await forward(target, from, body)
    const { answer, body: said } = await forward(target, from, body, fate.cutRequestAt)
    const { 'transfer-encoding': _chunks, ...headers } = answer.headers
    void _chunks
    to.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': String(said.length) })
    if (fate.cutAnswerAt === undefined || fate.cutAnswerAt >= said.length) to.end(said)
    else to.write(said.subarray(0, fate.cutAnswerAt), () => to.destroy())
  }

  const server = createServer((from, to) => void carry(from, to).catch(() => to.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, struck, close }
}
