const encoder = new TextEncoder()

/** The first 52 bits of SHA-256(id|v) of a record's version. */
export async function markOf(id: string, v: number): Promise<bigint> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(`${id}|${v}`)))
  let bits = 0n
  for (const byte of hash.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  return bits >> 4n
}

/** What a scope's records come to; equal on phone and server when both hold the same versions. */
export async function digestOf(
  versions: Iterable<readonly [id: string, v: number]>,
  mark: (id: string, v: number) => Promise<bigint> = markOf,
): Promise<{ count: number; xor: string }> {
  const marks = await Promise.all(Array.from(versions, ([id, v]) => mark(id, v)))
  return { count: marks.length, xor: marks.reduce((sum, one) => sum ^ one, 0n).toString() }
}
