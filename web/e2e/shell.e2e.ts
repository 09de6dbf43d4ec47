import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLERK } from './people'
import { accessible, shots, signIn, visitor, type Visitor } from './browser'

let clerk: Visitor

beforeAll(async () => {
  clerk = await visitor()
})
afterAll(() => clerk.close())

test('an unknown visitor is asked to sign in and comes to the page that was asked for', async () => {
  const { page } = clerk
  await page.goto('/password')
  await page.waitForURL(/sign-in/)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await accessible(page)
  await shots(page, 'sign-in')
})

test('a wrong password is refused beside the form', async () => {
  const { page } = clerk
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(CLERK.name)
  await page.getByLabel('密码').fill('wrong password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await accessible(page)
})

test('the console opens on the posting’s own work', async () => {
  const { page, troubles } = clerk
  await signIn(page, CLERK.name, CLERK.password)
  await page.getByRole('navigation').waitFor()
  await accessible(page)
  await shots(page, 'home')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await accessible(page)
  await page.keyboard.press('Escape')
  expect(troubles).toEqual([])
})
