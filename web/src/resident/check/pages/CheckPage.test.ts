import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { h } from 'vue'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused } from '@/shared/testing'
import check from '../index'
import CheckPage from './CheckPage.vue'

addMessages(check.name, check.messages)

const CODE = '7KQ2M9XR4TAB3C5D6E8F'
const GENUINE = {
  verdict: 'genuine',
  title: { zh: '居住情况证明', en: 'Certificate of Residence' },
  number: '昆少先证〔2026〕第000123号',
  unit: { zh: '少先路街道社区中心站', en: 'Shaoxianlu Central Station' },
  issuedOn: '2026-03-02',
  maskedHolder: '赵**',
}
/** The page as a scanned code opens it. */
const scanned = (code: string) => ({ render: () => h(CheckPage, { code }) })

test('asks for a code and sends nothing before it has one', async () => {
  const server = fakeServer({})
  const page = await mountPage(CheckPage)
  expect(page.find('input').element.value).toBe('')
  expect(server.requests).toHaveLength(0)
})

test('shows what a scanned code is, with nothing to type', async () => {
  const server = fakeServer({ [`GET /api/public/papers/${CODE}`]: GENUINE })
  const page = await mountPage(scanned(CODE))
  await flushPromises()
  expect(server.requests[0]?.path).toBe(`/api/public/papers/${CODE}`)
  expect(page.find('.verdict.genuine').text()).toContain('真实有效')
  expect(page.text()).toContain('昆少先证〔2026〕第000123号')
  expect(page.text()).toContain('赵**')
})

test('says at the field that something is no code', async () => {
  const fault = { field: 'checkCode', message: '核验码应为 20 位' }
  fakeServer({
    'GET /api/public/papers/SHORT': new Refused(422, 'counter.paper-check-code', '核验码应为 20 位', [fault]),
  })
  const page = await mountPage(scanned('SHORT'))
  await flushPromises()
  expect(page.find('.fault').text()).toBe('核验码应为 20 位')
  expect(page.find('.verdict').exists()).toBe(false)
})
