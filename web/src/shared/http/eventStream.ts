import { standingHeaders } from './http'

export interface StreamEvent {
  id: string
  name: string
  data: unknown
}

const PAUSES_MS = [1_000, 2_000, 5_000, 15_000]
const REFUSED = new Set([401, 403, 404])

/** Cuts a stream of text into events (WHATWG server-sent events, one line of JSON each). */
export function eventReader(): (text: string) => StreamEvent[] {
  let rest = ''
  return (text) => {
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => {
      const fields = new Map(
        block.split('\n').map((line) => {
          const colon = line.indexOf(':')
          return [line.slice(0, colon), line.slice(colon + 1).trimStart()]
        }),
      )
      const data = fields.get('data')
      if (data === undefined) return []
      return [
        {
          id: fields.get('id') ?? '',
          name: fields.get('event') ?? 'message',
          data: JSON.parse(data) as unknown,
        },
      ]
    })
  }
}

/**
 * Server-sent events, read with fetch because EventSource cannot say which posting acts. A broken stream comes back
 * with the id of its last event; a refused one does not. It asks in the background, so it keeps no session alive.
 * Returns what ends it.
 */
export function openStream(path: string, onEvent: (event: StreamEvent) => void): () => void {
  const ending = new AbortController()
  let lastId = ''
  let breaks = 0

  async function read(): Promise<boolean> {
    const headers = { ...standingHeaders('GET'), 'X-Linli-Background': 'true', 'Last-Event-ID': lastId }
    const response = await window.fetch(path, { headers, signal: ending.signal, cache: 'no-store' })
    if (REFUSED.has(response.status)) return false
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`)
    const events = eventReader()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const event of events(part.value)) {
        breaks = 0
        lastId = event.id || lastId
        onEvent(event)
      }
    }
    return true
  }

  async function keepReading(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        if (!(await read())) return
      } catch {
        // The line broke or the server went away: the pause below, then again.
      }
      if (ending.signal.aborted) return
      const pause = PAUSES_MS[Math.min(breaks++, PAUSES_MS.length - 1)]
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  void keepReading()
  return () => ending.abort()
}
