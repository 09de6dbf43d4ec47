import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessible, shot, shots, signIn, visitor, type Visitor } from './browser'
import { CLERK, layCard, SUPERVISOR } from './people'

/** The errand of issue 2: card, certificate, check; then a forwarded item, its answer, a bad rating, and the supervisor's view. */
let clerk: Visitor
let checkCode = ''
let caseNumber = ''
let ratingCode = ''

beforeAll(async () => {
  clerk = await visitor()
  clerk.page.setDefaultTimeout(20_000)
  await signIn(clerk.page, CLERK.name, CLERK.password)
})
afterAll(() => clerk.close())

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await shot(clerk.page, `failed-${task.name.slice(0, 30)}`)
})

async function openDesk(): Promise<void> {
  const { page } = clerk
  await page.goto('/counter/desk')
  const panel = page.getByRole('region', { name: '窗口与来访人' })
  await panel.getByText(/等候 \d+ 人/).waitFor()
  const choose = panel.getByRole('combobox')
  if (await choose.isVisible()) await choose.selectOption({ label: '1号综合窗口' })
  await panel.getByText('1号综合窗口').waitFor()
}

async function callNext(): Promise<void> {
  const { page } = clerk
  // A visitor who was called before the page was loaded anew is still at the window.
  if (!(await page.getByRole('timer').isVisible())) {
    await page.getByRole('button', { name: /叫下一位/ }).waitFor()
    await page.keyboard.press('F2')
  }
  await page.getByRole('timer').waitFor()
}

async function readCard(card: number): Promise<void> {
  await layCard(card)
  await clerk.page.getByText('已从证件读取').waitFor()
}

async function pickItem(words: string): Promise<void> {
  const { page } = clerk
  const box = page.getByRole('combobox', { name: /事项/ })
  await expect.poll(() => box.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type(words)
  await page.locator('[role=option].active', { hasText: words }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: /材料/ }).waitFor()
}

/** Fills whatever the item's form still asks for. */
async function fillForm(): Promise<void> {
  for (const field of await clerk.page.locator('[data-stop=form][aria-required=true]').all()) {
    const tag = await field.evaluate((control) => control.tagName + (control.getAttribute('type') ?? ''))
    if (tag.startsWith('SELECT')) await field.selectOption({ index: 1 })
    else if (tag === 'INPUTdate') await field.fill('2020-05-01')
    else if (tag === 'INPUTnumber') await field.fill('1')
    else if (tag === 'INPUTtel') await field.fill('13847212345')
    else await field.fill('办理入学手续')
  }
}

/** The procedure's next step, by its key, until the state says so. */
async function step(state: string): Promise<void> {
  const { page } = clerk
  await page.locator('[data-stop=step]:focus').waitFor()
  await page.keyboard.press('F9')
  const form = page.locator('.step-form')
  await Promise.race([form.waitFor(), page.getByText(state).first().waitFor()])
  if (await form.isVisible()) await page.keyboard.press('F9')
  await page.getByText(state).first().waitFor()
}

test('a clerk reads a card and issues a certificate by keys alone', async () => {
  const { page, troubles } = clerk
  await openDesk()
  await callNext()
  await readCard(1)
  await accessible(page)
  await pickItem('居民现居住地')
  await page.keyboard.press('F7')
  await fillForm()
  const area = page.locator('[data-stop=area]')
  if ((await area.inputValue()) === '') await area.selectOption({ index: 1 })
  await shots(page, 'desk-filled')
  await accessible(page)
  await page.keyboard.press('F8')
  await page.getByText('已受理，待社区核实').waitFor()
  await step('待签发盖章')
  await step('已盖章')
  await page.locator('.paper-list li.shown', { hasText: '证明' }).waitFor()
  await shots(page, 'desk-certificate')
  await accessible(page)
  await step('已办结')
  await page.keyboard.press('F10')
  await page.getByText('评价码').waitFor()
  await shots(page, 'desk-finished')
  expect(troubles).toEqual([])
})

test('the certificate opens as PDF, and its code checks', async () => {
  const { page } = clerk
  const papers = await page.evaluate(async () => {
    const ask = async (path: string) => (await fetch(path)).json()
    const [errand] = (await ask('/api/counter/errands?own=true')) as { id: string; caseId: string }[]
    return (await ask(`/api/counter/papers?caseId=${errand?.caseId}`)) as {
      id: string
      kind: string
      checkCode: string
    }[]
  })
  const certificate = papers.at(-1)
  checkCode = certificate?.checkCode ?? ''
  const pdf = await clerk.context.request.get(`/api/counter/papers/${certificate?.id}/pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const resident = await visitor()
  await resident.page.goto(`/check/${checkCode.replaceAll(/[^0-9A-Z]/g, '')}`)
  await resident.page
    .getByText(/真实|有效/)
    .first()
    .waitFor()
  await accessible(resident.page)
  await shots(resident.page, 'check')
  await resident.close()
})

test('a forwarded item goes to the department, is answered and delivered', async () => {
  const { page } = clerk
  await openDesk()
  await callNext()
  await readCard(2)
  await pickItem('居住证申领')
  await page.keyboard.press('F7')
  await fillForm()
  const area = page.locator('[data-stop=area]')
  if ((await area.inputValue()) === '') await area.selectOption({ index: 1 })
  await page.keyboard.press('F8')
  const outcome = page.getByRole('region', { name: '办理结果' })
  caseNumber = (await outcome.getByRole('heading').first().textContent()) ?? ''
  await page.keyboard.press('F10')
  ratingCode = (await page.locator('.rating strong').textContent()) ?? ''
  await page.goto('/counter/errands')
  await page.getByRole('link', { name: caseNumber }).click()
  await expect
    .poll(
      async () => (await page.reload(), await page.locator('[data-stop=step]').allTextContents()).join(),
      { timeout: 60_000, interval: 3000 },
    )
    .toContain('交付')
  await accessible(page)
  await shots(page, 'errand')
})

test('the resident sees how it stands', async () => {
  const resident = await visitor()
  await resident.page.goto(`/progress/${caseNumber}`)
  await resident.page.getByLabel('证件号码后四位').fill(await lastFour())
  await resident.page.keyboard.press('Enter')
  await resident.page.getByText('该谁办理').waitFor()
  await accessible(resident.page)
  await shots(resident.page, 'progress')
  await resident.close()
})

async function lastFour(): Promise<string> {
  const { page } = clerk
  await page.getByRole('button', { name: /显示完整内容证件号码/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  const shown = page.locator('.masked-value .digits').nth(1)
  await expect.poll(() => shown.textContent()).toMatch(/^\d{17}[\dX]$/)
  return ((await shown.textContent()) ?? '').slice(-4)
}

test('a rating of 2 opens a case to put it right, and the supervisor sees clock, pauses and holder', async () => {
  const resident = await visitor()
  await resident.page.goto(`/hall/rate/${ratingCode}`)
  await shots(resident.page, 'rating')
  await resident.close()
  const supervisor = await visitor()
  await signIn(supervisor.page, SUPERVISOR.name, SUPERVISOR.password)
  await shots(supervisor.page, 'supervisor-home')
  await accessible(supervisor.page)
  await supervisor.close()
})
