import { askLoopback, Problem, useAct } from '@/shared/http'
import { useText } from '@/shared/i18n'
import { decodeCard, type ApplicantForm } from './api'

/** The reader's service on the clerk's own machine. */
const READER = 'http://127.0.0.1:38088'

interface Reading {
  number: number
  state: 'disconnected' | 'waiting' | 'card' | 'unreadable'
  textBlock: string | null
}

/** Reads the card that lies on the reader, or the next one laid down within twenty seconds. */
export function useCard(visitId: () => string | undefined) {
  const { t } = useText()
  const refused = (key: string) =>
    new Problem({ status: 400, reason: key, title: t(`counter.desk.card.${key}`) })

  async function present(): Promise<Reading> {
    try {
      const now = await askLoopback<Reading>(`${READER}/card`)
      return now.state === 'waiting' ? await askLoopback<Reading>(`${READER}/card?after=${now.number}`) : now
    } catch {
      throw refused('noReader')
    }
  }

  const read = useAct(async (): Promise<Partial<ApplicantForm>> => {
    const reading = await present()
    if (reading.state === 'disconnected') throw refused('disconnected')
    if (reading.state === 'unreadable') throw refused('unreadable')
    if (reading.textBlock === null) throw refused('noCard')
    const holder = await decodeCard(reading.textBlock, visitId())
    // From here on the card's data lives in this page only.
    void askLoopback(`${READER}/card/taken`, { number: reading.number }).catch(() => undefined)
    // Without a visitor in hand the server masks what it read, and a masked number opens no errand.
    if (!holder.inFull) throw refused('noVisit')
    return {
      name: holder.name,
      documentKind: holder.documentKind,
      documentNumber: holder.number,
      address: holder.address,
      cardRead: true,
      cardValidUntil: holder.validUntil,
    }
  })

  return { read }
}
