import { computed, shallowRef } from 'vue'
import { answer, http, type Shape } from '@/shared/http'
import { useFormats, useNames, useText } from '@/shared/i18n'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TABLES = ['MARITAL_STATUS', 'EDUCATION', 'RELATION', 'INFLOW_REASON'] as const
type Table = (typeof TABLES)[number]

const CODED: Readonly<Record<string, Table>> = {
  maritalStatus: 'MARITAL_STATUS',
  education: 'EDUCATION',
  relation: 'RELATION',
  inflowReason: 'INFLOW_REASON',
}
const SEXES = ['MALE', 'FEMALE', 'UNKNOWN', 'UNSTATED']
const RESIDENCES = ['REGISTERED_HERE', 'FLOATING', 'RENTAL', 'LIVING_ELSEWHERE']
const USES = ['OWNER_OCCUPIED', 'RENTAL', 'VACANT', 'BUSINESS', 'COLLECTIVE', 'OTHER']
const DAYS = new Set(['birth', 'residenceFrom', 'standingSince'])
const NUMBERS = new Set(['floor', 'squareMetres', 'lon', 'lat'])
const PAGES: Readonly<Record<string, string>> = {
  person: 'registry-person',
  household: 'registry-household',
  dwelling: 'registry-dwelling',
  event: 'grid-events',
}
const LINKED: Readonly<Record<string, string>> = {
  head: 'person',
  household: 'household',
  dwelling: 'dwelling',
}

type Code = Shape<'CodesControllerCodeView'>

const listCodes = (table: Table) =>
  answer(http.GET('/api/registry/codes/{table}', { params: { path: { table } } }))

/** The code tables, read once for all fields that are shown. */
const codes = shallowRef<ReadonlyMap<Table, readonly Code[]>>(new Map())
let asked = false

async function readCodes(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const lists = await Promise.all(TABLES.map(listCodes))
    codes.value = new Map(TABLES.map((table, n) => [table, lists[n] ?? []]))
  } catch {
    // Without them a code stands as it is; the next page asks again.
    asked = false
  }
}

/** Records of phones in words: what they are, what their fields are called and what stands in them. */
export function useRecordWords() {
  const { t, te } = useText()
  const nameOf = useNames()
  const { date } = useFormats()
  void readCodes()

  const worded = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise)
  const type = (of: string) => worded(`sync.type.${of}`, t('sync.type.other'))
  const field = (name: string) => worded(`sync.field.${name}`, t('sync.field.other'))
  const unit = (name: string) => (name === '' ? t('sync.whole') : worded(`sync.unit.${name}`, field(name)))

  const choices = computed(() => (name: string): { value: string; label: string }[] => {
    const table = CODED[name]
    if (table)
      return (codes.value.get(table) ?? []).map((one) => ({
        value: one.code,
        label: nameOf(one.names),
      }))
    if (name === 'sex') return SEXES.map((value) => ({ value, label: t(`sync.sex.${value}`) }))
    if (name === 'residence')
      return RESIDENCES.map((value) => ({ value, label: t(`sync.residence.${value}`) }))
    if (name === 'use') return USES.map((value) => ({ value, label: t(`sync.use.${value}`) }))
    return []
  })

  function value(name: string, given: unknown): string {
    if (given === null || given === undefined || given === '') return t('sync.nothing')
    const text = typeof given === 'object' ? JSON.stringify(given) : String(given)
    const chosen = choices.value(name).find((one) => one.value === text)
    if (chosen) return chosen.label
    if (name === 'documentKind') return worded(`registry.people.kind.${text}`, text)
    if (LINKED[name]) return t(`sync.linked.${name}`)
    return DAY.test(text) ? date(text) : text
  }

  /** The page of the record that a field names; none for plain values. */
  function pageOf(name: string, given: unknown) {
    const page = PAGES[LINKED[name] ?? '']
    return page && typeof given === 'string' ? { name: page, params: { id: given } } : undefined
  }

  const recordPage = (of: string, id: string) => (PAGES[of] ? { name: PAGES[of], params: { id } } : undefined)

  /** What a third value is typed into. */
  function control(name: string): 'choice' | 'date' | 'number' | 'text' | 'none' {
    if (LINKED[name]) return 'none'
    if (choices.value(name).length > 0) return 'choice'
    return DAYS.has(name) ? 'date' : NUMBERS.has(name) ? 'number' : 'text'
  }

  /** Whether a value stands as somebody wrote it. */
  const isFree = (name: string, given: unknown) =>
    typeof given === 'string' && given !== '' && value(name, given) === given

  return { type, field, unit, value, isFree, choices, pageOf, recordPage, control }
}
