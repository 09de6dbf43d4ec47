import { computed } from 'vue'
import { useNames, useText } from '@/shared/i18n'
import { useWork, type Held } from '@/shared/offline'
import {
  useHomes,
  writtenAddress,
  type Household,
  type Person,
  type Plan,
  type TargetKind,
  type Template,
  type Visit,
} from '@/field/records'

const SOON_MS = 7 * 24 * 3600_000

/** Plans of the cells, with the templates they follow and whom they lead to. */
export function usePlans() {
  const { t } = useText()
  const nameOf = useNames()
  const { work, useList } = useWork()
  const plans = useList<Plan>('plan')
  const templates = useList<Template>('template')
  const visits = useList<Visit>('visit')
  const { homes } = useHomes()

  /** Plans that a visit of this phone settles before the server says so; who met nobody has settled nothing. */
  const done = computed(
    () =>
      new Set(
        visits.value
          .filter(({ values }) => values.result !== 'NOBODY_THERE')
          .map(({ values }) => values.plan),
      ),
  )
  const open = computed(() =>
    plans.value
      .filter(({ id, values }) => values.state === 'DUE' && !done.value.has(id))
      .sort((one, other) => (one.values.due ?? '9').localeCompare(other.values.due ?? '9')),
  )
  const due = computed(() => {
    const until = new Date(Date.now() + SOON_MS).toISOString().slice(0, 10)
    return open.value.filter(({ values }) => (values.due ?? '') <= until)
  })

  const templateOf = (code: string | undefined): Held<Template> | undefined =>
    templates.value.find((one) => one.values.code === code)

  /** Who or what is visited, in words; what the server named is not on the phone. */
  function targetName(kind: TargetKind | undefined, id: string | undefined, named?: string): string {
    if (named) return named
    if (kind === undefined) return t('field.visits.wholeCell')
    if (kind === 'PERSON') return work.find<Person>('person', id)?.values.name ?? ''
    if (kind === 'HOUSEHOLD') {
      const home = work.find<Household>('household', id)?.values
      const head = work.find<Person>('person', home?.head)?.values.name
      return head ? t('field.visits.homeOf', [head]) : ''
    }
    return writtenAddress(homes.value.dwelling.get(id ?? '')?.values ?? {})
  }

  /** Whom a visit was made to. */
  function visited({ person, household, dwelling, place, plan }: Visit): string {
    if (person) return targetName('PERSON', person)
    if (household) return targetName('HOUSEHOLD', household)
    if (dwelling) return targetName('DWELLING', dwelling)
    return place || work.find<Plan>('plan', plan)?.values.targetName || t('field.visits.wholeCell')
  }

  return {
    open,
    due,
    visits,
    templates,
    templateOf,
    targetName,
    visited,
    templateName: (code: string | undefined): string => {
      const template = templateOf(code)
      return template ? nameOf(template.values.names) : t('field.visits.visit')
    },
  }
}
