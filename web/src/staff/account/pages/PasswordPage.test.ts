import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import account from '../index'
import PasswordPage from './PasswordPage.vue'

addMessages(account.name, account.messages)

async function filledIn(next: string, again: string) {
  withPosting()
  const page = await mountPage(PasswordPage)
  const [current, first, second] = page.findAll('input')
  await current?.setValue('old password 1')
  await first?.setValue(next)
  await second?.setValue(again)
  await page.find('form').trigger('submit')
  await flushPromises()
  return page
}

test('sends nothing when the two new passwords differ', async () => {
  const server = fakeServer({})
  const page = await filledIn('a long new password', 'a long new passward')
  expect(page.text()).toContain('两次输入的新密码不一样')
  expect(server.requests).toHaveLength(0)
})

test('shows a refusal at its field and puts the focus there', async () => {
  const fault = { field: 'wanted', message: '密码太短' }
  fakeServer({
    'POST /api/access/password': new Refused(422, 'access.password-too-weak', '密码太短', [fault]),
  })
  const page = await filledIn('short', 'short')
  expect(page.find('[aria-invalid="true"]').element).toBe(document.activeElement)
  expect(page.find('.fault').text()).toBe('密码太短')
})
