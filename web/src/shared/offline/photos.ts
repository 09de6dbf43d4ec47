import { fromBase64, toBase64, toHex, type Cipher } from './cipher'
import type { Entry, PhotoNote } from './contents'
import { uuid7, type Chance } from './ids'
import type { Platform } from './platform'
import { TransportFailure, type Transport } from './transport'
import type { Outcome, Photo, Photos } from './types'
import type { Clock } from './clock'
import type { Vault } from './vault'

/** A part of a file on its way: what a cut line costs at most. */
const PART = 128 * 1024
const DISAGREEMENTS = 3

export const fileName = (photo: string) => `file|${photo}`

const elsewhere = (failure: unknown) =>
  failure instanceof TransportFailure && [404, 409, 410].includes(failure.status)

/** About the picture itself; what is about the session, such as a missing cookie, is none of its fault. */
const isFinal = (failure: unknown): failure is TransportFailure =>
  failure instanceof TransportFailure &&
  failure.trouble === 'refused' &&
  ([400, 409, 413, 415, 422].includes(failure.status) || failure.reason.startsWith('files.'))

interface Parts {
  vault: Vault
  cipher: Cipher
  platform: Platform
  clock: Clock
  chance: Chance
  /** Called when a photo may be sent again. */
  poke: () => void
}

/** Photos of the open database, from the camera until the server has bound them to their record. */
export class KeptPhotos implements Photos {
  readonly #parts: Parts
  /** How far uploads are; the server knows it better, so it is not stored. */
  readonly #offsets = new Map<string, number>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async capture(picture: Blob): Promise<Outcome<Photo>> {
    const { vault, cipher, platform, clock, chance } = this.#parts
    const small = await platform.shrink(picture)
    if (!small) return { done: false, refusal: { kind: 'not-a-picture' } }
    const id = uuid7(clock.now(), chance)
    const fileKey = cipher.fileKey()
    const note: PhotoNote = {
      id,
      state: 'captured',
      fileKey: toBase64(fileKey),
      bytes: small.bytes.length,
      sha256: toHex(await cipher.sha256(small.bytes)),
      width: small.width,
      height: small.height,
      takenAt: clock.now(),
    }
    const file = await cipher.sealFile(fileKey, small.bytes, fileName(id))
    await vault.transact((change) => {
      change.photos.set(id, note)
      change.files.set(id, file)
    })
    return { done: true, value: this.#shown(note) }
  }

  list(): readonly Photo[] {
    return [...this.#parts.vault.contents.photos.values()].map((note) => this.#shown(note))
  }

  find(id: string): Photo | undefined {
    const note = this.#parts.vault.contents.photos.get(id)
    return note && this.#shown(note)
  }

  async open(id: string): Promise<Blob | undefined> {
    const bytes = await this.#bytes(id)
    return bytes && new Blob([bytes], { type: 'image/jpeg' })
  }

  discard(id: string): Promise<Outcome<void>> {
    return this.#parts.vault.transact((change) => {
      const note = change.photo(id)
      if (!note || (note.state !== 'captured' && note.state !== 'refused'))
        return { done: false, refusal: { kind: 'photo-gone' } } as const
      change.photos.set(id, undefined)
      change.files.set(id, undefined)
      return { done: true, value: undefined } as const
    })
  }

  async retry(id: string): Promise<Outcome<void>> {
    const outcome = await this.#parts.vault.transact((change): Outcome<void> => {
      const note = change.photo(id)
      if (note?.state !== 'refused' || note.mutation === undefined)
        return { done: false, refusal: { kind: 'photo-gone' } }
      change.photos.set(id, { ...note, state: 'queued', code: undefined })
      return { done: true, value: undefined }
    })
    if (outcome.done) this.#parts.poke()
    return outcome
  }

  #shown(note: PhotoNote): Photo {
    const { id, state, bytes, width, height, takenAt, mutation, code } = note
    const whole = state === 'verified' || state === 'bound'
    const offset = whole ? bytes : (this.#offsets.get(id) ?? 0)
    return { id, state, bytes, offset, width, height, takenAt, mutation, code }
  }

  async #bytes(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { vault, cipher } = this.#parts
    const note = vault.contents.photos.get(id)
    const file = note && (await vault.file(id))
    return file && cipher.openFile(fromBase64(note.fileKey), file, fileName(id))
  }

  /** Photos that may go now: their change is answered, the newest event first. */
  due(): string[] {
    const { photos, entries } = this.#parts.vault.contents
    const waiting = [...photos.values()].flatMap((note) => {
      const entry = entries.get(note.mutation ?? '')
      const ready = (note.state === 'queued' || note.state === 'uploading') && entry?.result !== undefined
      return ready ? [{ note, entry: entry as Entry }] : []
    })
    const at = (entry: Entry) => Date.parse(entry.mutation.occurredAt)
    return waiting.sort((one, other) => at(other.entry) - at(one.entry)).map(({ note }) => note.id)
  }

  /** Sends what the server does not have of one photo. */
  async upload(id: string, transport: Transport): Promise<void> {
    const bytes = await this.#bytes(id)
    if (!bytes) return this.#set(id, 'refused', 'unreadable')
    await this.#set(id, 'uploading')
    try {
      let offset = await this.#begin(id, bytes.length, transport)
      for (let disagreed = 0; offset < bytes.length;) {
        this.#moved(id, offset)
        try {
          offset = await transport.continueUpload(id, offset, bytes.slice(offset, offset + PART))
        } catch (failure) {
          // Somebody else's part arrived first, such as the one whose answer was cut: ask where the server stands.
          if (!elsewhere(failure) || ++disagreed > DISAGREEMENTS) throw failure
          offset = await this.#begin(id, bytes.length, transport)
        }
      }
    } catch (failure) {
      if (isFinal(failure)) return this.#set(id, 'refused', failure.reason)
      throw failure
    }
    await this.#set(id, 'verified')
  }

  /** Where to go on: the server may have all of it, a part, or nothing. */
  async #begin(id: string, length: number, transport: Transport): Promise<number> {
    const offset = await transport.uploadOffset(id)
    if (offset !== undefined) return offset
    const [standing] = await transport.photos([id])
    if (standing?.state === 'received' || standing?.state === 'bound') return length
    return transport.startUpload(id, length, this.#parts.vault.contents.state.device)
  }

  /** Asks what became of photos that are sent whole; the local copy of a bound one goes. */
  async confirm(transport: Transport): Promise<void> {
    const { vault } = this.#parts
    const sent = [...vault.contents.photos.values()].filter((note) => note.state === 'verified')
    for (let from = 0; from < sent.length; from += 50) {
      const standings = await transport.photos(sent.slice(from, from + 50).map((note) => note.id))
      await vault.transact((change) => {
        for (const { id, state, code } of standings) {
          const note = change.photo(id)
          if (note?.state !== 'verified') continue
          if (state === 'bound') {
            const erased = change.entry(note.mutation ?? '')?.erased
            change.photos.set(id, erased ? undefined : { ...note, state: 'bound' })
            change.files.set(id, undefined)
          } else if (state === 'refused') {
            change.photos.set(id, { ...note, state: 'refused', code: code ?? 'sync.photo-differs' })
          } else if (state === 'expected') {
            // The server no longer has it, for one after it was restored from a backup.
            change.photos.set(id, { ...note, state: 'queued' })
          }
        }
      })
    }
  }

  #set(id: string, state: PhotoNote['state'], code?: string): Promise<void> {
    return this.#parts.vault.transact((change) => {
      const note = change.photo(id)
      if (note && note.state !== 'bound' && note.state !== state)
        change.photos.set(id, { ...note, state, code })
    })
  }

  #moved(id: string, offset: number): void {
    this.#offsets.set(id, offset)
    this.#parts.vault.touch('photos')
  }
}
