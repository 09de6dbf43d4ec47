import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakeServer, mountPage, Refused, withPosting } from '@/shared/testing'
import access from '../index'
import AccountsPage from './AccountsPage.vue'

addMessages(access.name, access.messages)

// jsdom and happy-dom know no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}

const CLERK = {
  id: 'a-1',
  login: 'clerk',
  name: '王芳',
  mustChange: false,
  totpActive: false,
  postings: 1,
  revision: 1,
}

test('offers a new account only to those who may make one', async () => {
  withPosting('access.people.read')
  fakeServer({ 'GET /api/access/accounts': { items: [CLERK] } })
  const page = await mountPage(AccountsPage)
  expect(page.text()).toContain('王芳')
  expect(page.text()).not.toContain('新建账号')
})

test('shows the first password once', async () => {
  withPosting('access.account.read', 'access.account.create')
  fakeServer({
    'GET /api/access/accounts': { items: [CLERK] },
    'POST /api/access/accounts': { account: 'a-2', password: 'Kx7mQz2pTr4vWy' },
  })
  const page = await mountPage(AccountsPage)
  await page
    .findAll('button')
    .find((button) => button.text() === '新建账号')
    ?.trigger('click')
  await flushPromises()
  const form = page.findAll('form').at(-1)
  await form?.findAll('input')[0]?.setValue('zhang.wei')
  await form?.findAll('input')[1]?.setValue('张伟')
  await form?.trigger('submit')
  await flushPromises()
  expect(page.find('output').text()).toBe('Kx7mQz2pTr4vWy')
})

test('shows what was wrong with a login at its field', async () => {
  withPosting('access.account.read', 'access.account.create')
  const fault = { field: 'login', message: '账号名「clerk」已被使用。' }
  fakeServer({
    'GET /api/access/accounts': { items: [] },
    'POST /api/access/accounts': new Refused(409, 'access.login-taken', fault.message, [fault]),
  })
  const page = await mountPage(AccountsPage)
  await page
    .findAll('button')
    .find((button) => button.text() === '新建账号')
    ?.trigger('click')
  await flushPromises()
  await page.findAll('form').at(-1)?.trigger('submit')
  await flushPromises()
  expect(page.find('.fault').text()).toBe(fault.message)
})
