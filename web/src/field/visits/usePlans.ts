import { computed } from 'vue'
import { useNames, useText } from '@/shared/i18n'
import { useWork, type Held } from '@/shared/offline'
import {
  useHomes,
  writtenAddress,
  type Household,
  type Person,
  type Plan,
  type Template,
  type Visit,
} from '@/field/records'

const OPEN = new Set(['DUE', 'OPEN', 'PLANNED', 'LATE', undefined])
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

  const done = computed(() => new Set(visits.value.map(({ values }) => values.plan)))
  const open = computed(() =>
    plans.value
      .filter(({ id, values }) => OPEN.has(values.state) && !done.value.has(id))
      .sort((one, other) => (one.values.due ?? '9').localeCompare(other.values.due ?? '9')),
  )
  const due = computed(() => {
    const until = new Date(Date.now() + SOON_MS).toISOString().slice(0, 10)
    return open.value.filter(({ values }) => (values.due ?? '').slice(0, 10) <= until)
  })

  const templateOf = (key: string | undefined): Held<Template> | undefined =>
    templates.value.find((one) => one.id === key || one.values.code === key)

  /** Who or what is visited, in words. */
  function targetName(kind: string | undefined, id: string | undefined): string {
    if (!id) return ''
    const person = kind === 'PERSON' ? work.find<Person>('person', id)?.values.name : undefined
    if (person) return person
    const household = kind === 'HOUSEHOLD' ? work.find<Household>('household', id)?.values : undefined
    const head = work.find<Person>('person', household?.head)?.values.name
    if (head) return t('field.visits.homeOf', [head])
    return writtenAddress(homes.value.dwelling.get(id)?.values ?? {})
  }

  return {
    open,
    due,
    visits,
    templates,
    templateOf,
    targetName,
    templateName: (key: string | undefined): string => {
      const template = templateOf(key)
      return template ? nameOf(template.values.names) : t('field.visits.visit')
    },
  }
}
