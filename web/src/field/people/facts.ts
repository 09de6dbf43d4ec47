import type { Person } from '@/field/records'

/** What a form about somebody holds; every field is text as it is typed, empty when there is nothing. */
export interface PersonFacts {
  name: string
  sex: string
  birth: string
  documentKind: string
  /** A new number; the one the base has is masked and is not changed by leaving this empty. */
  documentNumber: string
  phone: string
  residence: string
  residenceFrom: string
  inflowReason: string
  relation: string
  maritalStatus: string
  education: string
  occupation: string
  employer: string
}

const FIELDS = [
  'name',
  'sex',
  'birth',
  'documentKind',
  'phone',
  'residence',
  'residenceFrom',
  'inflowReason',
  'relation',
  'maritalStatus',
  'education',
  'occupation',
  'employer',
] as const satisfies readonly (keyof Person & keyof PersonFacts)[]

export function factsOf(person: Person): PersonFacts {
  const text = Object.fromEntries(FIELDS.map((field) => [field, person[field] ?? ''])) as Omit<
    PersonFacts,
    'documentNumber'
  >
  return { ...text, documentNumber: '' }
}

const sent = (text: string): string | null => text.trim() || null

/** The fields that differ from what the form was opened with, as the server takes them: nothing is null. */
export function changesOf(seen: Person, facts: PersonFacts): Record<string, string | null> {
  const changes: Record<string, string | null> = {}
  for (const field of FIELDS) {
    if (facts[field].trim() !== (seen[field] ?? '')) changes[field] = sent(facts[field])
  }
  if (facts.documentNumber.trim()) changes.documentNumber = facts.documentNumber.trim().toUpperCase()
  return changes
}

/** Everything that was filled in, for somebody new. */
export function valuesOf(facts: PersonFacts): Record<string, string> {
  const filled = Object.entries(facts).flatMap(([field, text]: [string, string]) =>
    text.trim() ? [[field, text.trim()] as const] : [],
  )
  return Object.fromEntries(filled)
}
