import { ref } from 'vue'
import { Problem, useAct } from '@/shared/http'
import { useText } from '@/shared/i18n'
import { readCard, useCardReader, type LaidCard } from '@/staff/counter/card'
import type { ApplicantForm } from './api'

/**
 * The card reader at the desk: a card that is laid down is read by itself; F4 reads again what lies there. The photo stays
 * in this page for the clerk to compare.
 */
export function useCard(
  visitId: () => string | undefined,
  onRead: (applicant: Partial<ApplicantForm>) => void,
) {
  const { t } = useText()
  const photo = ref<string>()
  const reader = useCardReader((laid) => void read.run(laid))
  const refused = (word: 'noCard' | 'noVisit') =>
    new Problem({ status: 400, reason: word, title: t(`counter.desk.card.${word}`) })

  const read = useAct(async (_key, laid?: LaidCard) => {
    if (!laid) throw refused('noCard')
    const visit = visitId()
    // Without a visitor in hand the server masks what it read, and a masked number opens no errand.
    if (!visit) throw refused('noVisit')
    const holder = await readCard(laid, visit)
    if (!holder.inFull) throw refused('noVisit')
    photo.value = laid.photo
    onRead({
      name: holder.name,
      documentKind: holder.documentKind,
      documentNumber: holder.number,
      address: holder.address,
      cardRead: true,
      cardValidUntil: holder.validUntil,
    })
    return true
  })

  function clear(): void {
    photo.value = undefined
    read.problem.value = undefined
  }

  /** The visitor has gone, and with them what their card said. */
  function forget(): void {
    reader.forget()
    clear()
  }

  return { reader, read, photo, again: () => read.run(reader.card.value), clear, forget }
}

export type CardDesk = ReturnType<typeof useCard>
