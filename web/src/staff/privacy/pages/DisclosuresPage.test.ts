import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, withPosting } from '@/shared/testing'
import privacy from '../index'
import DisclosuresPage from './DisclosuresPage.vue'

addMessages(privacy.name, privacy.messages)

const LINE = {
  id: '1',
  at: '2026-03-02T01:00:00Z',
  login: 'clerk',
  name: '王芳',
  role: 'clerk',
  unit: 'ST-150203001',
  fields: ['idNumber', 'name'],
  purpose: '核对身份',
  object: 'errand:1',
}

test('sends an identity number in the body, never in the address', async () => {
  withPosting('privacy.disclosure.read')
  const server = fakeServer({ 'POST /api/privacy/disclosures/search': { items: [LINE] } })
  const page = await mountPage(DisclosuresPage)
  await page.find('input[maxlength="18"]').setValue('150203194901010013')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(server.requests.at(-1)?.body).toMatchObject({ idNumber: '150203194901010013' })
  expect(page.text()).toContain('证件号码、姓名')
})

test('says so when nobody read anything', async () => {
  withPosting('privacy.disclosure.read')
  fakeServer({ 'POST /api/privacy/disclosures/search': { items: [] } })
  const page = await mountPage(DisclosuresPage)
  expect(page.text()).toContain('没有符合的调阅记录')
})
