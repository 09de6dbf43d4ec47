import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import access from '../index'
import AuditPage from './AuditPage.vue'

addMessages(access.name, access.messages)

test('names the row that was altered', async () => {
  withPosting('access.audit.read', 'access.audit.verify')
  fakeServer({
    'GET /api/access/audit': { items: [] },
    'POST /api/access/audit/verify': [
      {
        chain: 'audit',
        rows: 12,
        waiting: 0,
        intact: false,
        faults: 1,
        findings: [{ kind: 'ALTERED', from: 7, to: 7, row: 'r-7' }],
      },
    ],
  })
  const page = await mountPage(AuditPage)
  await page
    .findAll('button')
    .find((button) => button.text() === '校验完整性')
    ?.trigger('click')
  await flushPromises()
  expect(page.find('[role="status"]').text()).toContain('第 7 行: 内容被改动')
})
