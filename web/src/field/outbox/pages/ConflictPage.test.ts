import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import outbox from '../index'
import ConflictPage from './ConflictPage.vue'

for (const part of [frame, records, outbox]) addMessages(part.name, part.messages)

const OPEN = {
  type: 'person',
  entity: 'p1',
  kind: 'field',
  state: 'open',
  author: '王娟',
  fields: { education: { base: '60', server: '20', proposed: '30' } },
}
const opened = () =>
  mountPage(ConflictPage, {
    path: '/k1',
    pattern: '/:id',
    props: true,
    leadsTo: ['outbox', 'conflicts', 'person', 'today'],
  })

test('shows what it was, what stands and what was proposed, in words', async () => {
  fakePhone({ records: [held('conflict', 'k1', OPEN), held('person', 'p1', { name: '王小明' })] })
  const text = (await opened()).text()
  expect(text).toContain('王小明')
  expect(text).toContain('原来是普通高级中学教育')
  expect(text).toContain('现在是大学本科教育')
  expect(text).toContain('提出的是大学专科教育')
  expect(text).toContain('核对前以服务器上的为准')
})

test('shows how it was decided', async () => {
  const decided = {
    ...OPEN,
    state: 'decided',
    decision: { education: '30' },
    reason: '已核对毕业证',
    decidedBy: '陈秀英',
  }
  fakePhone({ records: [held('conflict', 'k1', decided)] })
  const text = (await opened()).text()
  expect(text).toContain('决定为大学专科教育')
  expect(text).toContain('已核对毕业证')
})

test('does not tell of a duplicate what stands elsewhere', async () => {
  const duplicate = { ...OPEN, kind: 'duplicate', fields: { name: { proposed: '王小明' } } }
  fakePhone({ records: [held('conflict', 'k1', duplicate)] })
  const text = (await opened()).text()
  expect(text).toContain('可能和已有的人重复')
  expect(text).not.toContain('现在是')
})

test('says what was found out about a duplicate', async () => {
  const decided = {
    ...OPEN,
    kind: 'duplicate',
    state: 'decided',
    decision: { same: true },
    reason: '入户核实',
  }
  fakePhone({ records: [held('conflict', 'k1', decided)] })
  const text = (await opened()).text()
  expect(text).toContain('是同一个人，已并入在册的记录')
  expect(text).toContain('入户核实')
})
