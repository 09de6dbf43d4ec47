import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessible, shot, shots, signIn, visitor, type Visitor } from './browser'
import { AGENT, CLERK, idNumber } from './people'

/** A resident who cannot come: a mandate, the agent's errand, the hand-over to the station, and one correction. */
let clerk: Visitor
let agent: Visitor

beforeAll(async () => {
  clerk = await visitor()
  agent = await visitor()
  for (const one of [clerk, agent]) one.page.setDefaultTimeout(20_000)
  await signIn(clerk.page, CLERK.name, CLERK.password)
  await signIn(agent.page, AGENT.name, AGENT.password)
})
afterAll(() => Promise.all([clerk.close(), agent.close()]))

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await shot(clerk.page, `failed-clerk-${task.name.slice(0, 30)}`)
  await shot(agent.page, `failed-agent-${task.name.slice(0, 30)}`)
})

/** A photo as a camera gives it, drawn by the browser itself. */
async function photo(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = await clerk.page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 200
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(picture, 'base64') }
}

test('the station enters a mandate with its proof', async () => {
  const { page, troubles } = clerk
  await page.goto('/counter/mandates')
  await page.getByRole('button', { name: '登记委托' }).click()
  await page.getByLabel('姓名').fill('马秀兰')
  await page.getByLabel('证件号码').fill(idNumber('15020319780304011'))
  await page.getByLabel('代办员').selectOption({ label: '高桂兰 · 少先二十一号街坊社区代办点' })
  await page.getByRole('searchbox').fill('临时救助')
  await page
    .getByRole('checkbox', { name: /临时救助/ })
    .first()
    .check()
  await page.locator('input[type=file]').setInputFiles({
    name: '合照.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('%PDF-1.4 no picture at all'),
  })
  await page.getByRole('alert').filter({ hasText: '没有上传' }).waitFor()
  await accessible(page)
  await page.locator('input[type=file]').setInputFiles(await photo('合照.jpg'))
  await page.getByText('合照.jpg', { exact: true }).waitFor()
  await shots(page, 'mandate-new')
  await page.getByRole('button', { name: '登记并打印委托书' }).click()
  await page.locator('.paper-viewer img').first().waitFor()
  await accessible(page)
  await page.goto('/counter/mandates')
  await page.getByRole('row').filter({ hasText: '马**' }).first().click()
  await page.locator('.paper-viewer img').first().waitFor()
  await accessible(page)
  await shots(page, 'mandates')
  expect(troubles).toEqual([])
})

test('the agent takes an errand under it and hands it over', async () => {
  const { page, troubles } = agent
  await page.goto('/counter/point')
  await page
    .getByRole('listitem')
    .filter({ hasText: '马**' })
    .first()
    .getByRole('button', { name: '收件' })
    .click()
  await page.getByRole('button', { name: /临时救助/ }).click()
  await page.getByRole('group', { name: /材料/ }).first().waitFor()
  await page.keyboard.press('F7')
  for (const field of await page.locator('[data-stop=form][aria-required=true]').all()) {
    const tag = await field.evaluate((control) => control.tagName)
    if (tag === 'SELECT') await field.selectOption({ index: 1 })
    else await field.fill('3')
  }
  await page.getByLabel('居住社区').selectOption({ index: 1 })
  await accessible(page)
  await shots(page, 'point-take')
  await page.keyboard.press('F8')
  await page.locator('.paper-viewer img').first().waitFor()
  await page.goto('/counter/point')
  await page.getByRole('table').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '移交 1 件到中心站' }).click()
  await page.getByText('待接收').first().waitFor()
  await accessible(page)
  await shots(page, 'point')
  expect(troubles).toEqual([])
})

test('the clerk acts for the resident from the desk, by keys', async () => {
  const { page, troubles } = clerk
  await page.goto('/counter/desk')
  await page.locator('[data-stop=applicant]').fill('高桂兰')
  await page.keyboard.press('F5')
  await page.locator('[data-stop=mandate]:focus', { hasText: '马**' }).waitFor()
  await accessible(page)
  await shots(page, 'desk-mandates')
  await page.keyboard.press('Enter')
  await page.getByText('受托代办：代办员 高桂兰').waitFor()
  expect(await page.locator('[data-stop=applicant]').inputValue()).toBe('马秀兰')
  await page.locator('[data-stop=area]').selectOption({ index: 1 })
  await page.keyboard.press('F6')
  await page.locator('[data-stop=item]:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /临时救助/ }).waitFor()
  await page.keyboard.press('F7')
  for (const field of await page.locator('[data-stop=form][aria-required=true]').all()) {
    const tag = await field.evaluate((control) => control.tagName)
    if (tag === 'SELECT') await field.selectOption({ index: 1 })
    else await field.fill('3')
  }
  await accessible(page)
  await page.keyboard.press('F8')
  await page.locator('.paper-viewer img').first().waitFor()
  await shots(page, 'desk-mandate-accepted')
  expect(troubles).toEqual([])
})

test('the clerk receives it, asks for one correction and gets it', async () => {
  const { page, troubles } = clerk
  await page.goto('/counter/handovers')
  await page.getByRole('button', { name: '接收 1 件' }).first().waitFor()
  await accessible(page)
  await shots(page, 'handovers')
  await page.getByRole('button', { name: '接收 1 件' }).first().click()
  await page
    .getByRole('link', { name: /打开办件/ })
    .first()
    .click()
  await page.getByRole('button', { name: '一次性告知补正' }).click()
  await page.locator('.step-form').getByRole('checkbox').first().check()
  await accessible(page)
  await page.getByRole('button', { name: '出具补正告知书（1 项）' }).click()
  await page.getByRole('heading', { name: '待申请人补正' }).waitFor()
  await page.getByRole('button', { name: '收到补正材料' }).click()
  await page
    .locator('.step-form input[type=file]')
    .first()
    .setInputFiles(await photo('缺页.jpg'))
  await page.getByText('缺页.jpg', { exact: true }).first().waitFor()
  await accessible(page)
  await shots(page, 'errand-correction')
  await page.locator('.step-form').getByRole('button', { name: '收到补正材料' }).click()
  await page.getByRole('heading', { name: '已预审，待受理' }).waitFor()
  await page.getByRole('button', { name: '缺页.jpg', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('img').waitFor()
  await page.keyboard.press('Escape')
  await accessible(page)
  expect(troubles).toEqual([])
})
