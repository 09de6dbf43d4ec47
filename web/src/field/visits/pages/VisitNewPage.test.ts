import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import visits from '../index'
import VisitNewPage from './VisitNewPage.vue'

for (const part of [frame, records, visits]) addMessages(part.name, part.messages)

const names = (zh: string) => ({ zh, en: zh.length.toString() })
const RECORDS = [
  held('template', 't1', {
    code: 'fire',
    target: 'DWELLING',
    names: names('入户消防检查'),
    questions: [
      {
        code: 'piles',
        names: names('楼道堆物'),
        kind: 'YES_NO',
        required: true,
        finding: 'YES',
        category: '0302',
      },
      { code: 'people', names: names('在场人数'), kind: 'NUMBER' },
    ],
  }),
  held('template', 't2', { code: 'round', names: names('文明巡查'), questions: [] }),
  held('category', 'c1', { code: '0302', names: names('楼道堆物') }),
  held('dwelling', 'd1', { compoundName: '友谊小区', building: '19', unit: '3', room: '502' }),
  held('plan', 'pl1', { template: 'fire', targetKind: 'DWELLING', target: 'd1', state: 'DUE' }),
]

async function opened(path: string) {
  const phone = fakePhone({ records: RECORDS })
  const page = await mountPage(VisitNewPage, { path, leadsTo: ['outbox', 'visits', 'visit'] })
  const chip = (text: string, at = 0) =>
    page
      .findAll('.chips label')
      .filter((label) => label.text() === text)
      [at]?.find('input')
      .trigger('change')
  const save = async () => {
    await page.find('.foot button').trigger('click')
    await flushPromises()
  }
  return { ...phone, page, chip, save }
}

test('asks the questions of the plan, and again for what is missing', async () => {
  const { page, asked, save } = await opened('/?plan=pl1')
  expect(page.text()).toContain('友谊小区19栋3单元502')
  await save()
  expect(page.text()).toContain('这一项必须回答')
  expect(asked).toEqual([])
})

test('says of a finding that it becomes an event', async () => {
  const { page, asked, chip, save } = await opened('/?plan=pl1')
  await chip('是')
  expect(page.text()).toContain('会自动上报为“楼道堆物”')
  await save()
  expect(asked[0]?.with).toMatchObject([
    'visit',
    { template: 'fire', dwelling: 'd1', plan: 'pl1', result: 'DONE', answers: { piles: 'YES' } },
    { scope: 'grid:150203001015001' },
  ])
})

test('notes that nobody was at home without asking anything', async () => {
  const { page, asked, chip, save } = await opened('/?plan=pl1')
  await chip('家里没人')
  expect(page.find('.question').exists()).toBe(false)
  await save()
  expect(asked[0]?.with[1]).toMatchObject({ result: 'NOBODY_THERE', answers: {} })
})

test('offers the checklists that fit whom one stands before', async () => {
  const { page } = await opened('/?dwelling=d1')
  const chips = page.findAll('.chips label').map((label) => label.text())
  expect(chips).toEqual(['入户消防检查'])
})

test('says in words where a round went that nothing had planned', async () => {
  const { page, asked, chip, save } = await opened('/')
  await chip('文明巡查')
  await save()
  expect(page.text()).toContain('请写明地点')
  await page.find('input.entry').setValue('19栋北侧')
  await save()
  expect(asked[0]?.with[1]).toMatchObject({ template: 'round', place: '19栋北侧' })
})
