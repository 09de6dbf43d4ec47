import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { setLanguage } from '@/shared/i18n'
import { useLedgerWords } from './ledgerWords'

function words(): ReturnType<typeof useLedgerWords> {
  let found: ReturnType<typeof useLedgerWords> | undefined
  mount({
    setup() {
      found = useLedgerWords()
      return () => null
    },
  })
  if (!found) throw new Error('not set up')
  return found
}

test('an act is said in words of the language, an unknown one as it is written', () => {
  expect(words().actName('counter.errand.read')).toBe('查看窗口办件')
  setLanguage('en')
  expect(words().actName('access.posting.grant')).toBe('Grant posting')
  expect(words().actName('counter.dragon.feed')).toBe('counter.dragon.feed')
})

test('an object is its kind in words and a short key', () => {
  const object = words().objectOf('casework.case:01a208de-aafa-7000-a44b-8b6629009232')
  expect(object).toEqual({
    kind: '办件',
    key: '01a208de-aafa-7000-a44b-8b6629009232',
    short: '…29009232',
  })
  expect(words().objectOf('station:ST-150203001').short).toBe('ST-150203001')
})
