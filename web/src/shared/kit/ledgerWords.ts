import { useText } from '@/shared/i18n'

/** What a line of a ledger is about: its kind in words, and its key, in short where it is long. */
export interface LedgerObject {
  kind: string
  key: string
  short: string
}

const LONG_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const SHOWN = 8

/** Acts (`counter.errand.read`) and objects (`errand:…`) in words; what has no word is shown as it is written. */
export function useLedgerWords() {
  const { t, te } = useText()

  function actName(act: string): string {
    const [noun, verb] = act.split('.').slice(-2)
    if (!te(`house.ledger.noun.${noun}`) || !te(`house.ledger.verb.${verb}`)) return act
    return t('house.ledger.act', {
      noun: t(`house.ledger.noun.${noun}`),
      verb: t(`house.ledger.verb.${verb}`),
    })
  }

  function objectOf(object: string): LedgerObject {
    const colon = object.indexOf(':')
    const word = (colon < 0 ? object : object.slice(0, colon)).split('.').at(-1) ?? ''
    const key = colon < 0 ? '' : object.slice(colon + 1)
    return {
      kind: te(`house.ledger.noun.${word}`) ? t(`house.ledger.noun.${word}`) : word,
      key,
      short: LONG_ID.test(key) ? `…${key.slice(-SHOWN)}` : key,
    }
  }

  return { actName, objectOf }
}
