import { standingHeaders } from './http'
import { Problem } from './problem'

export interface Sent {
  json?: unknown
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  /** Milliseconds until it counts as not answered. */
  within?: number
}

/**
 * A single request whose answer is read whole, whatever its status: for the offline engine, which tries again by rules
 * of its own and must not be held up by a session that has ended.
 *
 * @throws Problem with `offline` when there was no whole answer
 */
export async function send(
  method: string,
  path: string,
  sent: Sent = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const headers = standingHeaders(method)
  if (sent.json !== undefined) headers['Content-Type'] = 'application/json'
  try {
    const response = await window.fetch(path, {
      method,
      headers: { ...headers, ...sent.headers },
      body: sent.bytes ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json)),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(sent.within ?? 60_000),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch {
    throw new Problem({ status: 0, reason: 'offline', title: '' })
  }
}
