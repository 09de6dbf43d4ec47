import { useNames, useText } from '@/shared/i18n'
import { useWork } from '@/shared/offline'
import { codesOf, type CodeTable } from './codes'
import type { Category, Person } from './types'

const SEXES = ['MALE', 'FEMALE', 'UNKNOWN', 'UNSTATED'] as const
const RESIDENCES = ['REGISTERED_HERE', 'FLOATING', 'LIVING_ELSEWHERE', 'RENTAL'] as const
const USES = ['OWNER_OCCUPIED', 'RENTAL', 'VACANT', 'BUSINESS', 'COLLECTIVE', 'OTHER'] as const
const DOCUMENT_KINDS = [
  'RESIDENT_ID',
  'TEMPORARY_RESIDENT_ID',
  'HOUSEHOLD_REGISTER',
  'OFFICER',
  'ARMED_POLICE',
  'PASSPORT',
  'TAIWAN_PASS',
  'HONG_KONG_MACAU_PASS',
  'FOREIGN_PERMANENT_RESIDENCE',
  'FOREIGN_RESIDENCE_PERMIT',
  'HONG_KONG_MACAU_TAIWAN_RESIDENCE',
] as const

const YEAR_MS = 365.2425 * 24 * 3600_000

/** Full years since a day of birth; undefined when it is not known. */
function ageOf({ birth }: Person, now = Date.now()): number | undefined {
  const born = birth === undefined ? Number.NaN : Date.parse(birth)
  return Number.isNaN(born) ? undefined : Math.floor((now - born) / YEAR_MS)
}

/** Codes of the base in words, and what can be chosen from, in the order of the standards. */
export function useWords() {
  const { t, te } = useText()
  const nameOf = useNames()
  const { useList } = useWork()
  const categories = useList<Category>('category')
  const word = (group: string, value: string | undefined): string => {
    if (!value) return ''
    const key = `field.records.${group}.${value}`
    return te(key) ? t(key) : value
  }
  const choices = <V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => ({ value, text: t(`field.records.${group}.${value}`) }))

  return {
    sex: (value: string | undefined) => word('sex', value),
    residence: (value: string | undefined) => word('residence', value),
    use: (value: string | undefined) => word('use', value),
    standing: (value: string | undefined) => word('standing', value),
    documentKind: (value: string | undefined) => word('document', value),
    householdKind: (value: string | undefined) => word('household', value),
    code(table: CodeTable, value: string | undefined): string {
      const found = codesOf(table).find((one) => one.code === value)
      return found ? nameOf(found.names) : (value ?? '')
    },
    /** "Male, 43". */
    sexAndAge(values: Person): string {
      const age = ageOf(values)
      const sex = values.sex === 'MALE' || values.sex === 'FEMALE' ? word('sex', values.sex) : ''
      const years = age === undefined ? '' : t('field.records.age', age)
      return [sex, years].filter((part) => part !== '').join(t('field.records.and'))
    },
    category(value: string | undefined): string {
      const found = categories.value.find((one) => one.values.code === value || one.id === value)
      return found ? nameOf(found.values.names) : (value ?? '')
    },
    codesOf: (table: CodeTable) =>
      codesOf(table).map(({ code, names }) => ({ value: code, text: nameOf(names) })),
    sexes: () => choices('sex', SEXES),
    residences: () => choices('residence', RESIDENCES),
    uses: () => choices('use', USES),
    documentKinds: () => choices('document', DOCUMENT_KINDS),
    householdKinds: () => choices('household', ['FAMILY', 'COLLECTIVE'] as const),
  }
}
