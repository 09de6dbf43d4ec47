/** Randomness and time, injected so that a test owns both. */
export interface Chance {
  /** As Math.random. */
  next(): number
  bytes(length: number): Uint8Array<ArrayBuffer>
}

/** A UUID of version 7 (RFC 9562): its first 48 bits are the time, so that ids sort as they were made. */
export function uuid7(now: number, chance: Chance): string {
  const bytes = chance.bytes(16)
  for (let i = 5, rest = Math.max(0, Math.floor(now)); i >= 0; i--, rest = Math.floor(rest / 256)) {
    bytes[i] = rest % 256
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
