import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, mountPage } from '@/shared/testing'
import frame from './index'
import StandBar from './StandBar.vue'

addMessages(frame.name, frame.messages)

const HOUR = 3600_000
const bar = () => mountPage(StandBar, { leadsTo: ['outbox'] })

test('tells how much is unsent and since when', async () => {
  const unsent = { changes: 2, photos: 1, oldestAt: Date.now() - 2 * HOUR }
  fakePhone({ status: { unsent, failure: 'offline' } })
  const page = await bar()
  expect(page.text()).toContain('离线')
  expect(page.text()).toContain('3项未上传，最早的在2小时前')
})

test('says in clear words why nothing new is taken', async () => {
  fakePhone({ status: { block: 'unsent-too-long', unsent: { changes: 1, photos: 0 } } })
  const page = await bar()
  expect(page.find('.stand').classes()).toContain('bad')
  expect(page.text()).toContain('超过72小时没有上传，暂不能新增')
})

test('follows what happens', async () => {
  const { becomes } = fakePhone({ status: { unsent: { changes: 1, photos: 0 } } })
  const page = await bar()
  expect(page.text()).toContain('1项未上传')
  becomes({ status: { unsent: { changes: 0, photos: 0 } } })
  await page.vm.$nextTick()
  expect(page.text()).toContain('在线，已全部上传')
})
