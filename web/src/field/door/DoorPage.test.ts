import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, fakeServer, mountPage, Refused, USER } from '@/shared/testing'
import frame from '@/field/frame'
import door from './index'
import DoorPage from './DoorPage.vue'

for (const part of [frame, door]) addMessages(part.name, part.messages)

const SESSION = {
  account: { id: 'account-1', login: 'grid', name: '王娟' },
  posting: 'posting-1',
  postings: [],
  permissions: ['sync.phone.use'],
  mustChange: false,
  totpRequired: false,
  totpActive: false,
  idleSeconds: 1800,
}

test('signs in the first time with the network and makes the database', async () => {
  const { asked, phone } = fakePhone({ door: { state: 'empty' } })
  fakeServer({ 'POST /api/access/sign-in': SESSION })
  const page = await mountPage(DoorPage)
  expect(page.text()).toContain('首次登录')
  const [name, password] = page.findAll('input')
  await name?.setValue('grid')
  await password?.setValue('secret')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(asked).toEqual([
    {
      act: 'enroll',
      with: [{ account: 'account-1', login: 'grid', name: '王娟', password: 'secret' }],
    },
  ])
  expect(phone.door.state).toBe('open')
})

test('does not let in who has no posting in a grid', async () => {
  const { asked } = fakePhone({ door: { state: 'empty' } })
  fakeServer({ 'POST /api/access/sign-in': { ...SESSION, permissions: ['counter.visit.call'] } })
  const page = await mountPage(DoorPage)
  for (const input of page.findAll('input')) await input.setValue('x')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('没有网格岗位')
  expect(asked).toEqual([])
})

test('asks for the number of the authenticator when the server does', async () => {
  fakePhone({ door: { state: 'empty' } })
  fakeServer({ 'POST /api/access/sign-in': new Refused(401, 'access.code-needed', '请输入动态验证码') })
  const page = await mountPage(DoorPage)
  for (const input of page.findAll('input')) await input.setValue('x')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.findAll('input')).toHaveLength(3)
})

test('opens a locked phone with the password alone', async () => {
  const { asked } = fakePhone({ door: { state: 'locked', users: [USER], after: 'idle' } })
  const page = await mountPage(DoorPage)
  expect(page.text()).toContain('已自动锁定')
  await page.find('input[type="password"]').setValue('secret')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(asked).toEqual([{ act: 'unlock', with: ['account-1', 'secret'] }])
})

test('says that the password was wrong', async () => {
  fakePhone({ door: { state: 'locked', users: [USER] }, refusal: { kind: 'wrong-password' } })
  const page = await mountPage(DoorPage)
  await page.find('input[type="password"]').setValue('wrong')
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('[role="alert"]').text()).toContain('密码不正确')
})

test('wants the network when the server was not heard from for too long', async () => {
  const long = { ...USER, leaseEndsAt: Date.now() - 1000 }
  fakePhone({ door: { state: 'locked', users: [long] } })
  const page = await mountPage(DoorPage)
  expect(page.text()).toContain('太久没有联系服务器')
  expect(page.find('input[type="password"]').exists()).toBe(false)
})

test('tells what happened to a phone that was taken off, and one that keeps nothing', async () => {
  const { stand } = fakePhone({ door: { state: 'locked', users: [], after: 'wiped' } })
  const page = await mountPage(DoorPage)
  expect(page.text()).toContain('这部手机已停用')
  stand({ state: 'refused', refusal: { kind: 'storage-refused' } })
  await flushPromises()
  expect(page.text()).toContain('无法在手机上保存数据')
})
