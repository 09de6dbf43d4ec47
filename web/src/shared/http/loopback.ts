import { Problem } from './problem'

/** Asks a service on the user's own machine, such as the card reader's; it carries neither session nor posting. */
export async function askLoopback<T>(url: string, body?: unknown): Promise<T> {
  let response: Response
  try {
    response = await window.fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
    })
  } catch {
    throw new Problem({ status: 0, reason: 'loopback', title: '' })
  }
  if (!response.ok) throw new Problem({ status: response.status, reason: 'loopback', title: '' })
  return (response.status === 204 ? undefined : await response.json()) as T
}
