import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { CALM, fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import cell from '../index'
import CellPage from './CellPage.vue'

for (const part of [frame, records, cell]) addMessages(part.name, part.messages)

const RECORDS = [
  held('dwelling', 'd1', {
    compound: 'c1',
    compoundName: '友谊小区',
    building: '19',
    unit: '3',
    room: '502',
  }),
  held('person', 'p1', { name: '王小明', dwelling: 'd1', sex: 'MALE' }),
]
const LEADS_TO = ['outbox', 'cell', 'cell-map', 'building', 'dwelling', 'dwelling-new', 'person']
const opened = () => mountPage(CellPage, { leadsTo: LEADS_TO })

test('lists the buildings of the cell', async () => {
  fakePhone({ records: RECORDS })
  const page = await opened()
  expect(page.text()).toContain('友谊小区19栋')
  expect(page.text()).toContain('1户房屋 · 1人')
})

test('finds a person by initials and a door as it is said', async () => {
  fakePhone({ records: RECORDS })
  const page = await opened()
  await page.find('.search-line input').setValue('wxm')
  await flushPromises()
  expect(page.text()).toContain('王小明')
  await page.find('.search-line input').setValue('友谊19-3-502')
  await flushPromises()
  expect(page.text()).toContain('友谊小区19栋3单元502')
  await page.find('.search-line input').setValue('没有的人')
  await flushPromises()
  expect(page.text()).toContain('没有找到')
})

test('is never blank: says what is being loaded, and what to do without a cell', async () => {
  const { becomes } = fakePhone({ status: { scopes: CALM.scopes.map((one) => ({ ...one, loading: true })) } })
  const page = await opened()
  expect(page.text()).toContain('正在下载您的网格')
  becomes({ status: { scopes: [], failure: 'offline' } })
  await flushPromises()
  expect(page.text()).toContain('还没有网格数据')
})
