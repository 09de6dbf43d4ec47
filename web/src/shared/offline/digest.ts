import type { Bytes, Cipher } from './cipher'

const encoder = new TextEncoder()

/** What a version of a record adds to the digest of its scope. */
export type Mark = (id: string, v: number) => Promise<bigint>

/** The first 52 bits of SHA-256(id|v), remembered. */
export function marks(sha256: Cipher['sha256']): Mark {
  const known = new Map<string, bigint>()
  return async (id, v) => {
    const name = `${id}|${v}`
    const before = known.get(name)
    if (before !== undefined) return before
    const mark = first52(await sha256(encoder.encode(name)))
    known.set(name, mark)
    return mark
  }
}

function first52(hash: Bytes): bigint {
  let bits = 0n
  for (const byte of hash.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  return bits >> 4n
}

/** What a scope's records come to; equal on phone and server when both hold the same versions. */
export async function digestOf(
  versions: Iterable<readonly [id: string, v: number]>,
  mark: Mark,
): Promise<{ count: number; xor: string }> {
  const all = await Promise.all(Array.from(versions, ([id, v]) => mark(id, v)))
  return { count: all.length, xor: all.reduce((sum, one) => sum ^ one, 0n).toString() }
}
