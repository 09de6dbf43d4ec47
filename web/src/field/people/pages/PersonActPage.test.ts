import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { addMessages } from '@/shared/i18n'
import { fakePhone, held, mountPage } from '@/shared/testing'
import frame from '@/field/frame'
import records from '@/field/records'
import people from '../index'
import PersonActPage from './PersonActPage.vue'

for (const part of [frame, records, people]) addMessages(part.name, part.messages)

const RECORDS = [
  held('person', 'p1', { name: '王小明', dwelling: 'd1', standing: 'PRESENT' }),
  held('dwelling', 'd2', { compoundName: '友谊小区', building: '19', unit: '3', room: '502' }),
]

async function opened(act: string) {
  const phone = fakePhone({ records: RECORDS })
  const page = await mountPage(PersonActPage, {
    path: `/p1/${act}`,
    pattern: '/:id/:act',
    props: true,
    leadsTo: ['outbox', 'person', 'today'],
  })
  const save = async () => {
    await page.find('.foot button').trigger('click')
    await flushPromises()
  }
  return { ...phone, page, save }
}

test('moves somebody out on a day, and says whether the registration stays', async () => {
  const { page, asked, save } = await opened('move-out')
  await page.find('input[type="date"]').setValue('2026-11-20')
  await page.findAll('.chips input')[1]?.trigger('change')
  await save()
  expect(asked[0]?.with.slice(0, 4)).toEqual([
    'person',
    'p1',
    'move-out',
    { until: '2026-11-20', registrationStays: true },
  ])
})

test('wants a dwelling and the kind of residence before somebody moves in', async () => {
  const { page, asked, save } = await opened('move-in')
  await save()
  expect(page.text()).toContain('请选择房屋')
  expect(page.text()).toContain('请选择居住情况')
  await page.find('.search-line input').setValue('友谊19-3-502')
  await page.find('li button').trigger('click')
  await page.findAll('.chips input')[0]?.trigger('change')
  await save()
  expect(asked[0]?.with[3]).toMatchObject({ dwelling: 'd2', kind: 'REGISTERED_HERE' })
})

test('registers a death and an error as what they are', async () => {
  const died = await opened('deceased')
  await died.page.find('input[type="date"]').setValue('2026-11-02')
  await died.save()
  expect(died.asked[0]?.with.slice(2, 4)).toEqual(['deceased', { on: '2026-11-02' }])
  const wrong = await opened('registered-in-error')
  await wrong.save()
  expect(wrong.asked[0]?.with.slice(2, 4)).toEqual(['registered-in-error', {}])
})
