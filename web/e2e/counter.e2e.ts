import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { accessible, settled, shot, shots, signIn, visitor, type Visitor } from './browser'
import { CLERK, layCard, STATION_HEAD, SUPERVISOR } from './people'
import { readQr } from './qr'

/** The errand of issue 2: card, certificate, check; then a forwarded item, its answer, a bad rating, and the supervisor's view. */
let clerk: Visitor
let checkCode = ''
let qrText = ''
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
  qrText = await readQr(page.locator('.paper-viewer .page img'))
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.print-sheets img').isVisible()).toBe(true)
  expect(await page.locator('#app').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.locator('[data-stop=step]').focus()
  await shots(page, 'desk-certificate')
  await accessible(page)
  await step('已办结')
  await page.keyboard.press('F10')
  await page.getByText('评价码').waitFor()
  await shots(page, 'desk-finished')
  expect(troubles).toEqual([])
})

test('the visitor rates on the tablet of the window', async () => {
  const tablet = await visitor({ width: 1280, height: 800 })
  await tablet.page.goto('/hall/rating/ST-150203001/1')
  await tablet.page.getByRole('button', { name: '满意', exact: true }).waitFor()
  await accessible(tablet.page)
  await shot(tablet.page, 'tablet')
  await tablet.page.getByRole('button', { name: '满意', exact: true }).click()
  await tablet.page.getByText('谢谢您的评价').waitFor()
  await accessible(tablet.page)
  await tablet.close()
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
  const code = checkCode.replaceAll(/[^0-9A-Z]/g, '')
  // What the picture of the paper carries is followed as a phone would follow it, on this server.
  expect(new URL(qrText).pathname).toBe(`/check/${code}`)
  const resident = await visitor({ width: 390, height: 844 })
  await resident.page.goto(new URL(qrText).pathname)
  await resident.page
    .getByText(/真实|有效/)
    .first()
    .waitFor()
  await accessible(resident.page)
  await shots(resident.page, 'check')
  await resident.page.goto(`/check/${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await resident.page.getByText('核验码不对').first().waitFor()
  await resident.close()
})

test('a forwarded item goes to the department, is answered and delivered', async () => {
  const { page } = clerk
  await openDesk()
  await callNext()
  await readCard(2)
  await pickItem('失业登记')
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
  await page.waitForURL(/\/counter\/errands\/./)
  await expect.poll(() => stepsAfterReload(page), { timeout: 90_000, interval: 1000 }).toContain('交付')
  await accessible(page)
  await shots(page, 'errand')
}, 150_000)

async function stepsAfterReload(page: Page): Promise<string> {
  await page.reload()
  await settled(page)
  const steps = page.locator('[data-stop=step]')
  // While a department has it, the window has nothing to do.
  await steps
    .first()
    .waitFor({ timeout: 2000 })
    .catch(() => undefined)
  return (await steps.allTextContents()).join()
}

test('the result is handed over, and a paper says to whom', async () => {
  const { page } = clerk
  // The pictures before switched the language to and fro, and the page is read anew for each.
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: /交付结果/ }).click()
  const form = page.locator('.step-form')
  await form.waitFor()
  await form.getByLabel('交给谁').fill('申请人本人')
  await form.getByRole('button', { name: '交付结果' }).click()
  await page.getByRole('heading', { name: '已办结' }).waitFor()
  await page.getByRole('button', { name: '送达回证' }).click()
  await page.locator('.paper-viewer img').first().waitFor()
  await accessible(page)
  await shots(page, 'errand-delivered')
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

/** Masking leaves the last four characters, which is what the resident is asked for. */
async function lastFour(): Promise<string> {
  const masked = await clerk.page
    .getByText(/\d{6}\*{8}\d{3}[\dX]/)
    .first()
    .textContent()
  return /\*(\d{3}[\dX])/.exec(masked ?? '')?.[1] ?? ''
}

test('a rating of 2 opens a case to put it right', async () => {
  const resident = await visitor()
  await resident.page.goto(`/hall/rate/${ratingCode}`)
  await resident.page.getByRole('button', { name: '不满意', exact: true }).click()
  await resident.page.getByRole('checkbox').first().check()
  await shots(resident.page, 'rating')
  await accessible(resident.page)
  await resident.page.getByRole('button', { name: '提交' }).click()
  await resident.page.getByText('谢谢').first().waitFor()
  await resident.close()
  const head = await visitor()
  await signIn(head.page, STATION_HEAD.name, STATION_HEAD.password)
  await head.page.goto('/casework/work')
  await head.page.getByRole('group', { name: '谁的办件' }).getByRole('button').nth(1).click()
  await head.page
    .getByText(/差评整改：.*失业登记/)
    .first()
    .waitFor()
  await accessible(head.page)
  await shots(head.page, 'work')
  await head.close()
})

test('the supervisor sees the clock and who holds it', async () => {
  const supervisor = await visitor()
  await signIn(supervisor.page, SUPERVISOR.name, SUPERVISOR.password)
  await supervisor.page.goto('/casework/supervision')
  await supervisor.page.getByRole('heading', { level: 1 }).waitFor()
  await accessible(supervisor.page)
  await shots(supervisor.page, 'supervision')
  await supervisor.page.goto('/casework/work')
  await supervisor.page.locator('#case-number').fill(caseNumber)
  await supervisor.page.keyboard.press('Enter')
  await supervisor.page.waitForURL(/\/casework\/cases\/./)
  await supervisor.page.getByText(caseNumber).first().waitFor()
  await accessible(supervisor.page)
  await shots(supervisor.page, 'case')
  await supervisor.close()
})

test('a pause is shown with its reason', async () => {
  const supervisor = await visitor()
  await signIn(supervisor.page, SUPERVISOR.name, SUPERVISOR.password)
  const suspended = await supervisor.page.evaluate(async () => {
    const listed = await fetch('/api/casework/work?scope=AREA&procedure=counter-accept&state=SUSPENDED')
    const { items } = (await listed.json()) as { items: { id: string }[] }
    return items[0]?.id
  })
  await supervisor.page.goto(`/casework/cases/${suspended}`)
  const clocks = supervisor.page.getByRole('region', { name: '时限' })
  await clocks.getByText(/公示/).first().waitFor()
  await clocks.getByText('暂停计时').first().waitFor()
  await accessible(supervisor.page)
  await shots(supervisor.page, 'case-paused')
  await supervisor.close()
})
