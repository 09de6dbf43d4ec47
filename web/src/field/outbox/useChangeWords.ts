import { useFormats, useText } from '@/shared/i18n'
import { useWork, type OutboxEntry } from '@/shared/offline'
import { useEventWords } from '@/field/events'
import { useWords, writtenAddress, type Dwelling, type Household, type Person } from '@/field/records'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Changes, fields and values in words. */
export function useChangeWords() {
  const { t, te } = useText()
  const { date } = useFormats()
  const { work } = useWork()
  const words = useWords()
  const events = useEventWords()

  /** Whom or what a change is about; a change that made it says so itself. */
  function subject(type: string, id: string, values: Readonly<Record<string, unknown>> = {}): string {
    const held = { ...values, ...work.find(type, id)?.values }
    if (type === 'person') return String((held as Person).name ?? '')
    if (type === 'dwelling') return writtenAddress(held as Dwelling)
    if (type === 'household') return work.find<Person>('person', (held as Household).head)?.values.name ?? ''
    if (type === 'event') return events.title(held)
    return ''
  }

  const worded = (key: string, otherwise: string) => (te(key) ? t(key) : t(otherwise))

  /** "Corrected: phone, occupation". */
  function act(entry: OutboxEntry): string {
    if (entry.op === 'create') return worded(`field.outbox.create.${entry.type}`, 'field.outbox.create.other')
    if (entry.op === 'patch') {
      const fields = Object.keys(entry.values).map(field)
      return t('field.outbox.corrected', [[...new Set(fields)].join(t('field.outbox.comma'))])
    }
    if (entry.type === 'event') return events.action(entry.command)
    return worded(`field.outbox.command.${entry.command}`, 'field.outbox.command.other')
  }

  const field = (name: string): string => worded(`field.outbox.field.${name}`, 'field.outbox.field.other')

  /** A value as the screens say it. */
  function value(name: string, given: unknown): string {
    if (given === null || given === undefined || given === '') return t('field.outbox.nothing')
    const text = String(given)
    switch (name) {
      case 'sex':
        return words.sex(text)
      case 'residence':
        return words.residence(text)
      case 'documentKind':
        return words.documentKind(text)
      case 'use':
        return words.use(text)
      case 'maritalStatus':
        return words.code('marital-status', text)
      case 'education':
        return words.code('education', text)
      case 'relation':
        return words.code('relation', text)
      case 'inflowReason':
        return words.code('inflow-reason', text)
      case 'household':
        return subject('household', text) || t('field.outbox.some')
      case 'dwelling':
        return subject('dwelling', text) || t('field.outbox.some')
      case 'head':
        return subject('person', text) || t('field.outbox.some')
      default:
        return DAY.test(text) ? date(text) : text
    }
  }
  return { subject, act, field, value }
}
