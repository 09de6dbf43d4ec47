import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessible, inLanguage, shot, shots, signIn, visitor, type Visitor } from './browser'
import { CLERK, DATA_OFFICER, idNumber } from './people'

/** Somebody asks at the window what is held about them; the officer answers; they follow it at home. */
const NUMBER = idNumber('15029919620202903')
let clerk: Visitor
let officer: Visitor
let caseNumber = ''
let request = ''

beforeAll(async () => {
  clerk = await visitor()
  officer = await visitor()
  for (const one of [clerk, officer]) one.page.setDefaultTimeout(20_000)
  await signIn(clerk.page, CLERK.name, CLERK.password)
  await signIn(officer.page, DATA_OFFICER.name, DATA_OFFICER.password)
})
afterAll(() => Promise.all([clerk.close(), officer.close()]))

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await shot(clerk.page, `failed-rights-clerk-${task.name.slice(0, 30)}`)
  await shot(officer.page, `failed-rights-officer-${task.name.slice(0, 30)}`)
})

test('the clerk receives a request and gives out the receipt', async () => {
  const { page, troubles } = clerk
  await page.goto('/rights/requests/new')
  await page.getByRole('radio', { name: '删除' }).check()
  await page.getByLabel('姓名').fill('乌云其木格')
  await page.getByLabel('证件号码').fill(NUMBER)
  await accessible(page)
  await shots(page, 'rights-receive')
  await page.keyboard.press('F8')
  await page.getByText('请写明申请的内容和理由').first().waitFor()
  await page.getByLabel('申请内容和理由').fill('已经搬走，请删除我的资料')
  await page.keyboard.press('F8')
  const status = page.getByRole('status').filter({ hasText: '办件编号' })
  await status.waitFor()
  caseNumber = /办件编号 (.+?)。/.exec((await status.textContent()) ?? '')?.[1] ?? ''
  expect(caseNumber).not.toBe('')
  await page.locator('.paper-viewer img').first().waitFor()
  await accessible(page)
  await shots(page, 'rights-received')
  await page.getByRole('button', { name: '打开申请' }).click()
  await page.getByText('已经搬走，请删除我的资料').waitFor()
  request = new URL(page.url()).pathname
  await accessible(page)
  expect(troubles).toEqual([])
})

test('the officer refuses with reasons', async () => {
  const { page, troubles } = officer
  await page.goto(request)
  await page.getByRole('button', { name: '办理这件申请' }).click()
  await page.getByRole('button', { name: '审核并答复' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await dialog.getByRole('combobox').first().selectOption({ value: 'refuse' })
  await dialog.getByRole('textbox').first().fill('法定保存期限未满')
  await accessible(page)
  await dialog.getByRole('button', { name: '审核并答复' }).click()
  await page.locator('.state', { hasText: '不予同意' }).waitFor()
  await page.getByRole('link', { name: '查看申请内容' }).click()
  await page.getByRole('button', { name: '答复书' }).click()
  await page.locator('.paper-viewer img').first().waitFor()
  await accessible(page)
  await shots(page, 'rights-request')
  expect(troubles).toEqual([])
})

test('the officer sees what is held and who read it', async () => {
  const { page, troubles } = officer
  await page.goto('/rights/desk')
  await page.getByLabel('证件号码').fill(NUMBER)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByText('请先核对来人的身份证件').first().waitFor()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: '谁看过、为什么' }).waitFor()
  await page.getByRole('cell', { name: '个人信息权利申请', exact: true }).waitFor()
  await accessible(page)
  await shots(page, 'rights-desk')
  expect(troubles).toEqual([])
})

test('the officer rehearses a rule and switches it on', async () => {
  const { page, troubles } = officer
  await page.goto('/rights/retention')
  const rule = page.getByRole('row').filter({ hasText: '已故人员的资料' }).first()
  await rule.getByRole('button', { name: '演练' }).click()
  await page.getByText('没有改动任何内容').first().waitFor()
  await rule.getByRole('button', { name: '启用' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('区里同意试行')
  await page.getByRole('dialog').getByRole('button', { name: '启用' }).click()
  await rule.getByText('已启用').waitFor()
  await accessible(page)
  await shots(page, 'rights-retention')
  expect(troubles).toEqual([])
})

test('the requester follows it at home', async () => {
  const { page, troubles } = clerk
  await page.goto(`/progress/data/${caseNumber}`)
  await inLanguage(page, 'zh')
  await page.getByLabel('证件号码后四位').fill(NUMBER.slice(-4))
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByText('法定保存期限未满').waitFor()
  await page.getByText('人民法院').waitFor()
  await accessible(page)
  await shots(page, 'rights-progress')
  expect(troubles).toEqual([])
})
