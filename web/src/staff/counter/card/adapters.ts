/** What the reader is doing. */
export type ReaderState = 'connecting' | 'waiting' | 'card' | 'unreadable' | 'disconnected'

/** The fields of a vendor's service that gives no text block. Nation is not among them and is dropped. */
export interface CardFields {
  name?: string
  sex?: string
  birth?: string
  address?: string
  number?: string
  issuer?: string
  validFrom?: string
  validUntil?: string
}

/** A card that was laid on the reader. The photo is for the clerk's eyes and is never sent on. */
export interface LaidCard {
  textBlock?: string
  fields?: CardFields
  photo?: string
}

export interface Listening {
  address: string
  signal: AbortSignal
  state: (state: ReaderState) => void
  card: (card: LaidCard) => void
}

/** One way to reach a reader on this machine. */
export interface ReaderAdapter {
  key: 'linli' | 'vendorHttp' | 'vendorSocket'
  address: string
  listen: (listening: Listening) => Promise<void>
}

const LOOPBACK = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost)(:\d{1,5})?(\/.*)?$/

/** Only this machine: an address elsewhere would be sent what a clerk reads. */
export const isLocal = (address: string): boolean => LOOPBACK.test(address)

const RETRY_MS = 2000
const ASK_AGAIN_MS = 1200

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

// The reader's service is another host than Linli's, so neither posting, language nor CSRF token may go there.
// eslint-disable-next-line house/no-fetch
const ask = (url: string, init: RequestInit): Promise<Response> => window.fetch(url, init)

/** A photo the browser can show; a card's own format can only be decoded by its maker's service. */
function picture(type: string, base64: string | undefined): string | undefined {
  return base64 && type.startsWith('image/') ? `data:${type};base64,${base64}` : undefined
}

interface Reading {
  number: number
  state: Exclude<ReaderState, 'connecting'>
  textBlock: string | null
  photo: string | null
  photoType: string | null
}

/** Linli's own service (`./linli reader`): it answers when something changes, and forgets a card that was taken. */
async function listenToLinli({ address, signal, state, card }: Listening): Promise<void> {
  let seen: number | undefined
  while (!signal.aborted) {
    try {
      const query = seen === undefined ? '' : `?after=${seen}`
      const reading = (await (await ask(`${address}/card${query}`, { signal })).json()) as Reading
      if (reading.number === seen) continue
      seen = reading.number
      state(reading.state)
      if (reading.textBlock === null) continue
      card({
        textBlock: reading.textBlock,
        photo: picture(reading.photoType ?? '', reading.photo ?? undefined),
      })
      await ask(`${address}/card/taken`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ number: seen }),
        signal,
      })
    } catch {
      if (signal.aborted) return
      seen = undefined
      state('disconnected')
      await pause(RETRY_MS, signal)
    }
  }
}

const NAMES: Record<keyof CardFields, string[]> = {
  name: ['name', 'Name', 'partyName'],
  sex: ['sex', 'Sex', 'gender'],
  birth: ['birthday', 'birth', 'Birthday', 'bornDay'],
  address: ['address', 'Address', 'certAddress'],
  number: ['cardID', 'cardId', 'idNumber', 'certNumber', 'IDNumber'],
  issuer: ['issueOrgan', 'certOrg', 'department'],
  validFrom: ['validStart', 'effDate', 'startDate'],
  validUntil: ['validEnd', 'expDate', 'endDate'],
}

/** The card in a vendor's JSON, under whichever of the usual names; nothing when there is none. */
export function fromVendor(json: unknown): LaidCard | undefined {
  const outer = (json ?? {}) as Record<string, unknown>
  const inner = (outer.IDCardInfo ?? outer.data ?? outer) as Record<string, unknown>
  const fields: CardFields = {}
  for (const [field, names] of Object.entries(NAMES) as [keyof CardFields, string[]][]) {
    const value = names.map((name) => inner[name]).find((found) => typeof found === 'string' && found)
    if (value) fields[field] = String(value)
  }
  if (!fields.number || !fields.name) return undefined
  const photo = [inner.picBase64, inner.photo, inner.base64Photo].find((found) => typeof found === 'string')
  return { fields, photo: picture('image/jpeg', photo as string | undefined) }
}

/** A vendor's service that is asked again and again (`POST /card=idcard`). */
async function listenByAsking({ address, signal, state, card }: Listening): Promise<void> {
  let last: string | undefined
  while (!signal.aborted) {
    try {
      const reply = await ask(`${address}/card=idcard`, { method: 'POST', signal })
      const found = fromVendor(await reply.json().catch(() => undefined))
      state(found ? 'card' : 'waiting')
      if (found && found.fields?.number !== last) card(found)
      last = found?.fields?.number
    } catch {
      if (signal.aborted) return
      state('disconnected')
    }
    await pause(ASK_AGAIN_MS, signal)
  }
}

/** A vendor's service that speaks up by itself over a WebSocket. */
async function listenToSocket({ address, signal, state, card }: Listening): Promise<void> {
  while (!signal.aborted) {
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(address)
      signal.addEventListener('abort', () => socket.close(), { once: true })
      socket.onopen = () => state('waiting')
      socket.onclose = () => resolve()
      socket.onmessage = ({ data }) => {
        const found = fromVendor(parsed(String(data)))
        if (!found) return
        state('card')
        card(found)
      }
    })
    if (signal.aborted) return
    state('disconnected')
    await pause(RETRY_MS, signal)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every way to a reader; a new vendor's service is one line here. */
export const ADAPTERS: ReaderAdapter[] = [
  { key: 'linli', address: 'http://127.0.0.1:38088', listen: listenToLinli },
  { key: 'vendorHttp', address: 'http://127.0.0.1:38088', listen: listenByAsking },
  { key: 'vendorSocket', address: 'ws://localhost:1919', listen: listenToSocket },
]
