/** What a phone sent, read for people: fields with what it started from and what it says. */
export interface SentField {
  field: string
  base?: unknown
  value: unknown
}

type Sent = Record<string, unknown>

const isRecord = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A payload that is no JSON, or none of the known kinds, gives no fields. */
export function sentFields(payload: string | null | undefined): SentField[] {
  let sent: unknown
  try {
    sent = JSON.parse(payload ?? '')
  } catch {
    return []
  }
  if (!isRecord(sent)) return []
  const patch = isRecord(sent.patch) ? Object.entries(sent.patch) : []
  const plain = [sent.values, sent.arguments].flatMap((part) => (isRecord(part) ? Object.entries(part) : []))
  return [
    ...patch.flatMap(([field, pair]) =>
      isRecord(pair) ? [{ field, base: pair.base, value: pair.new }] : [],
    ),
    ...plain.map(([field, value]) => ({ field, value })),
  ]
}
