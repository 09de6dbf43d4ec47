/** Bytes as WebCrypto and IndexedDB want them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Something sealed: only the key opens it, and only under the same name. */
export interface Sealed {
  iv: Bytes
  ct: Bytes
}

/** The key of an open database; nothing but its cipher can read it. */
export interface Key {
  readonly kind: 'key'
}

/** The wrapped key of a database, and how the password opens it. */
export interface Wrap {
  salt: Bytes
  rounds: number
  wrapped: Bytes
}

/**
 * The cipher of the databases (密码算法). Behind an interface so that a shell with a commercial cipher (SM4) can take its place.
 * No call may be made inside an IndexedDB transaction: awaiting it would commit the transaction.
 */
export interface Cipher {
  /** A new key, wrapped by the password and, for a password reset, by the district's public key (SPKI, base64). */
  create(
    password: string,
    districtKey: string | undefined,
  ): Promise<{ key: Key; wrap: Wrap; recovery: string | undefined }>
  /** Undefined when the password does not fit. */
  unwrap(wrap: Wrap, password: string): Promise<Key | undefined>
  /** The key that the server handed back (base64), under a new password. */
  restore(raw: string, password: string): Promise<{ key: Key; wrap: Wrap }>
  seal(key: Key, plain: Bytes, name: string): Promise<Sealed>
  /** Undefined when it was not sealed by this key under this name. */
  open(key: Key, sealed: Sealed, name: string): Promise<Bytes | undefined>
  /** A key for one file, as bytes to be sealed with what describes the file. */
  fileKey(): Bytes
  sealFile(fileKey: Bytes, plain: Bytes, name: string): Promise<Sealed>
  openFile(fileKey: Bytes, sealed: Sealed, name: string): Promise<Bytes | undefined>
  sha256(bytes: Bytes): Promise<Bytes>
}

const ROUNDS = 600_000
const encoder = new TextEncoder()

interface WebKey extends Key {
  crypto: CryptoKey
}

export function toBase64(bytes: Bytes): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

export function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** AES-256-GCM under a key that PBKDF2-SHA-256 and AES-KW wrap, by WebCrypto. */
export function webCipher({ rounds = ROUNDS }: { rounds?: number } = {}): Cipher {
  const subtle = crypto.subtle
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const asKey = (key: CryptoKey): WebKey => ({ kind: 'key', crypto: key })
  const importKey = (raw: Bytes, extractable = false) =>
    subtle.importKey('raw', raw, 'AES-GCM', extractable, ['encrypt', 'decrypt'])

  async function wrapping(password: string, salt: Bytes, times: number): Promise<CryptoKey> {
    const typed = encoder.encode(password.normalize('NFC'))
    const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
    return subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times },
      base,
      { name: 'AES-KW', length: 256 },
      false,
      ['wrapKey', 'unwrapKey'],
    )
  }

  async function wrapUp(raw: Bytes, password: string): Promise<{ key: Key; wrap: Wrap }> {
    const salt = random(16)
    const kek = await wrapping(password, salt, rounds)
    const wrapped = await subtle.wrapKey('raw', await importKey(raw, true), kek, 'AES-KW')
    return { key: asKey(await importKey(raw)), wrap: { salt, rounds, wrapped: new Uint8Array(wrapped) } }
  }

  async function unwrapped(wrap: Wrap, password: string) {
    const kek = await wrapping(password, wrap.salt, wrap.rounds)
    const uses: KeyUsage[] = ['encrypt', 'decrypt']
    try {
      return await subtle.unwrapKey('raw', wrap.wrapped, kek, 'AES-KW', 'AES-GCM', false, uses)
    } catch {
      return undefined
    }
  }

  async function forDistrict(raw: Bytes, districtKey: string): Promise<string> {
    const scheme = { name: 'RSA-OAEP', hash: 'SHA-256' }
    const spki = await subtle.importKey('spki', fromBase64(districtKey), scheme, false, ['encrypt'])
    return toBase64(new Uint8Array(await subtle.encrypt('RSA-OAEP', spki, raw)))
  }

  async function sealWith(key: CryptoKey, plain: Bytes, name: string): Promise<Sealed> {
    const iv = random(12)
    const scheme = { name: 'AES-GCM', iv, additionalData: encoder.encode(name) }
    return { iv, ct: new Uint8Array(await subtle.encrypt(scheme, key, plain)) }
  }

  async function openWith(key: CryptoKey, sealed: Sealed, name: string): Promise<Bytes | undefined> {
    const scheme = { name: 'AES-GCM', iv: sealed.iv, additionalData: encoder.encode(name) }
    try {
      return new Uint8Array(await subtle.decrypt(scheme, key, sealed.ct))
    } catch {
      return undefined
    }
  }

  return {
    async create(password, districtKey) {
      const raw = random(32)
      const { key, wrap } = await wrapUp(raw, password)
      const recovery = districtKey === undefined ? undefined : await forDistrict(raw, districtKey)
      raw.fill(0)
      return { key, wrap, recovery }
    },
    async unwrap(wrap, password) {
      const key = await unwrapped(wrap, password)
      return key && asKey(key)
    },
    restore: (raw, password) => wrapUp(fromBase64(raw), password),
    seal: (key, plain, name) => sealWith((key as WebKey).crypto, plain, name),
    open: (key, sealed, name) => openWith((key as WebKey).crypto, sealed, name),
    fileKey: () => random(32),
    sealFile: async (fileKey, plain, name) => sealWith(await importKey(fileKey), plain, name),
    openFile: async (fileKey, sealed, name) => openWith(await importKey(fileKey), sealed, name),
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
  }
}
