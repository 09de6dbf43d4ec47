import { openStream, send } from '@/shared/http'
import { TransportFailure, type PullAnswer, type Transport } from './transport'

const TUS = { 'Tus-Resumable': '1.0.0' }
const PART_WITHIN_MS = 120_000

type Reply = Awaited<ReturnType<typeof send>>

interface ProblemBody {
  reason?: string
  title?: string
  expected?: number
}

function bodyOf(reply: Reply): unknown {
  try {
    return reply.text === '' ? undefined : (JSON.parse(reply.text) as unknown)
  } catch {
    // Half an answer, or a proxy's page.
    throw new TransportFailure('offline')
  }
}

/** Seconds, or a date, as milliseconds from now. */
function retryAfterOf(headers: Headers): number | undefined {
  const said = headers.get('Retry-After')
  if (said === null) return undefined
  const seconds = Number(said)
  const milliseconds = Number.isNaN(seconds) ? Date.parse(said) - Date.now() : seconds * 1000
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}

function failureOf(reply: Reply): TransportFailure {
  const { status, headers } = reply
  let problem: ProblemBody = {}
  try {
    problem = JSON.parse(reply.text) as ProblemBody
  } catch {
    // The status has to do.
  }
  const offset = headers.get('Upload-Offset')
  const expected = problem.expected ?? (offset === null ? undefined : Number(offset))
  const facts = { status, ...problem, expected, retryAfter: retryAfterOf(headers) }
  if (status === 429 || status === 503) return new TransportFailure('busy', facts)
  if (status >= 500) return new TransportFailure('server', facts)
  if (status === 401) return new TransportFailure('signed-out', facts)
  return new TransportFailure('refused', facts)
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

function offsetOf(reply: Reply): number {
  const offset = Number(reply.headers.get('Upload-Offset') ?? NaN)
  if (Number.isNaN(offset)) throw new TransportFailure('offline')
  return offset
}

/** The server over HTTP; `sending` is how a request leaves the page. */
export function httpTransport(
  sending: typeof send = send,
  stream: typeof openStream = openStream,
): Transport {
  async function ask(...request: Parameters<typeof send>): Promise<Reply> {
    let reply: Reply
    try {
      reply = await sending(...request)
    } catch {
      throw new TransportFailure('offline')
    }
    if (reply.status >= 200 && reply.status < 300) return reply
    throw failureOf(reply)
  }

  async function askJson<T>(method: string, path: string, json?: unknown): Promise<T> {
    return bodyOf(await ask(method, path, { json })) as T
  }

  const upload = (photo: string) => `/api/files/uploads/${photo}`
  const own = (device: string, act: string) => `/api/public/sync/devices/${device}/${act}`
  return {
    recoveryKey: () => askJson('GET', '/api/sync/recovery-key'),
    register: (form) => askJson('POST', '/api/sync/devices', form),
    recover: (device, token) => askJson('POST', `/api/sync/devices/${device}/recover`, { token }),
    deviceState: (device, token) => askJson('POST', own(device, 'state'), { token }),
    reportWiped: async (device, token) => void (await ask('POST', own(device, 'wiped'), { json: { token } })),
    pull: (request) => askJson<PullAnswer>('POST', '/api/sync/pull', request),
    push: (request) => askJson('POST', '/api/sync/push', request),
    photos: (ids) => askJson('GET', `/api/sync/photos?ids=${ids.join(',')}`),
    async uploadOffset(photo) {
      try {
        return offsetOf(await ask('HEAD', upload(photo), { headers: TUS }))
      } catch (failure) {
        if (failure instanceof TransportFailure && (failure.status === 404 || failure.status === 410))
          return undefined
        throw failure
      }
    },
    async startUpload(photo, bytes) {
      const metadata = { owner: `sync.photo:${photo}`, filename: `${photo}.jpg`, filetype: 'image/jpeg' }
      const said = Object.entries(metadata).map(([name, value]) => `${name} ${base64(value)}`)
      const headers = { ...TUS, 'Upload-Length': String(bytes), 'Upload-Metadata': said.join(',') }
      return offsetOf(await ask('POST', '/api/files/uploads', { headers }))
    },
    async continueUpload(photo, offset, part) {
      const headers = {
        ...TUS,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      }
      return offsetOf(await ask('PATCH', upload(photo), { headers, bytes: part, within: PART_WITHIN_MS }))
    },
    hints: (_device, onHint) =>
      stream('/api/sync/hints', (event) => {
        const { scope } = (event.data ?? {}) as { scope?: string }
        onHint(scope)
      }),
  }
}
