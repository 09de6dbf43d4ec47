import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import events from '../index'
import ReportPage from './ReportPage.vue'

for (const part of [frame, records, events]) addMessages(part.name, part.messages)

const CATEGORIES = [
  held('category', 'c1', { code: '03', names: { zh: '消防安全', en: 'Fire safety' } }),
  held('category', 'c2', {
    code: '0305',
    parent: '03',
    names: { zh: '焦糊味或烟雾', en: 'Burning smell or smoke' },
  }),
  held('category', 'c3', {
    code: '0302',
    parent: '03',
    names: { zh: '楼道堆物', en: 'Things piled up in a stairwell' },
    selfHandling: true,
    photos: true,
  }),
]

async function opened() {
  const phone = fakePhone({ records: CATEGORIES })
  const page = await mountPage(ReportPage, { leadsTo: ['outbox', 'tasks'] })
  const chip = (text: string) =>
    page
      .findAll('.chips label')
      .find((label) => label.text() === text)
      ?.find('input')
      .trigger('change')
  const send = async () => {
    await page.find('.foot button').trigger('click')
    await flushPromises()
  }
  return { ...phone, page, chip, send }
}

async function photograph(page: Awaited<ReturnType<typeof opened>>['page']) {
  const camera = page.find('input.camera')
  const picture = new File(['picture'], 'smell.jpg', { type: 'image/jpeg' })
  Object.defineProperty(camera.element, 'files', { value: [picture] })
  await camera.trigger('change')
  await flushPromises()
}

test('asks for what is missing before it keeps anything', async () => {
  const { page, asked, send } = await opened()
  await send()
  expect(asked).toEqual([])
  expect(page.text()).toContain('请选择类别')
  expect(page.text()).toContain('请写几句情况')
  expect(page.text()).toContain('请定位，或写明地点')
})

test('reports with category, words, place and the photo that was taken', async () => {
  const { page, asked, chip, send } = await opened()
  await chip('消防安全')
  await chip('焦糊味或烟雾')
  await photograph(page)
  await page.find('textarea').setValue('楼道有焦糊味')
  await page.find('input.entry').setValue('友谊小区19栋3单元')
  await send()
  expect(asked.map((one) => one.act)).toEqual(['capture', 'create'])
  expect(asked[1]?.with).toMatchObject([
    'event',
    {
      category: '0305',
      description: '楼道有焦糊味',
      placeText: '友谊小区19栋3单元',
      photos: [{ id: 'photo-1', stage: 'BEFORE' }],
    },
    { scope: 'grid:150203001015001', photos: ['photo-1'] },
  ])
})

test('closes on the spot only what may be, and with a photo of afterwards', async () => {
  const { page, asked, chip, send } = await opened()
  await chip('消防安全')
  await chip('焦糊味或烟雾')
  expect(page.find('[role="switch"]').exists()).toBe(false)
  await chip('楼道堆物')
  await photograph(page)
  await page.find('textarea').setValue('纸箱堵住楼道')
  await page.find('input.entry').setValue('19栋')
  await page.find('[role="switch"]').trigger('click')
  await send()
  expect(asked.map((one) => one.act)).toEqual(['capture'])
  expect(page.text()).toContain('请拍一张处置后的照片')
})

test('goes on with what was begun before the tab was killed', async () => {
  const { drafts } = await opened()
  drafts.set('report', { description: '下水道井盖破损', photos: [] })
  const page = await mountPage(ReportPage, { leadsTo: ['outbox', 'tasks'] })
  expect((page.find('textarea').element as HTMLTextAreaElement).value).toBe('下水道井盖破损')
  expect(page.text()).toContain('上次没有填完')
})
