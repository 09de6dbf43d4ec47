import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import rehearsal from '../index'
import RehearsalPage from './RehearsalPage.vue'

addMessages(rehearsal.name, rehearsal.messages)

const names = { zh: '证明开具', en: 'Certificate' }
const summary = { key: 'counter-certificate', names, version: 1, versions: 1, states: 7, actions: 7 }
const unit = {
  unit: 'ST-150203001',
  lateBefore: 1,
  lateAfter: 4,
  capacity: 3,
  peakBefore: 2,
  peakAfter: 5,
  peakDay: '2026-03-04',
  overflowDaysBefore: 0,
  overflowDaysAfter: 1,
}
const answer = {
  result: {
    cases: 10,
    lateBefore: 1,
    lateAfter: 4,
    newlyLate: 3,
    noLongerLate: 0,
    units: [unit],
    examples: [],
  },
  cut: false,
  units: { 'ST-150203001': { zh: '少先路中心站', en: 'Shaoxianlu station' } },
  states: {},
}

test('asks for what was filled in and shows who would have been late', async () => {
  withPosting('casework.rehearsal.run')
  let asked: unknown
  fakeServer({
    'GET /api/casework/procedures': [summary],
    'POST /api/casework/rehearsals': (body: unknown) => {
      asked = body
      return answer
    },
  })
  const page = await mountPage(RehearsalPage)
  await page.find('select').setValue('counter-certificate')
  const [from, to] = page.findAll('input[type="date"]')
  await from?.setValue('2026-01-01')
  await to?.setValue('2026-03-31')
  await page.findAll('textarea')[0]?.setValue('2026-03-04\n')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(asked).toMatchObject({
    procedure: 'counter-certificate',
    days: [{ day: '2026-03-04', worked: false }],
  })
  expect(page.text()).toContain('少先路中心站')
  expect(page.text()).toContain('1 → 4')
})

test('names a line that is no date and does not ask', async () => {
  withPosting('casework.rehearsal.run')
  fakeServer({ 'GET /api/casework/procedures': [summary] })
  const page = await mountPage(RehearsalPage)
  await page.findAll('textarea')[0]?.setValue('tomorrow')
  expect(page.text()).toContain('“tomorrow”不是日期')
  expect(page.find('button[type="submit"]').attributes('disabled')).toBeDefined()
})
