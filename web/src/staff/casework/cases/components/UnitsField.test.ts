import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { ref } from 'vue'
import { addMessages } from '@/shared/i18n'
import { fakeServer } from '@/shared/testing'
import module from '..'
import UnitsField from './UnitsField.vue'

addMessages(module.name, module.messages)

test('the first unit leads, the others assist, and the lead passes on when it is removed', async () => {
  fakeServer({
    'GET /api/area/units': [
      { code: 'DEPT-MZ', names: { zh: '区民政局', en: 'Civil affairs' } },
      { code: 'DEPT-RS', names: { zh: '区人社局', en: 'Human resources' } },
    ],
  })
  const value = ref<unknown>()
  const field = mount(UnitsField, {
    props: {
      control: { id: 'units' },
      modelValue: value.value,
      'onUpdate:modelValue': async (next: unknown) => {
        value.value = next
        await field.setProps({ modelValue: next })
      },
    },
  })
  await flushPromises()
  for (const code of ['DEPT-RS', 'DEPT-MZ']) {
    await field.find('select').setValue(code)
    await flushPromises()
  }
  expect(value.value).toEqual([
    { unit: 'DEPT-RS', part: 'LEAD' },
    { unit: 'DEPT-MZ', part: 'ASSIST' },
  ])
  expect(field.findAll('option').map((option) => option.text())).toEqual(['添加单位…'])
  await field.find('li button').trigger('click')
  await flushPromises()
  expect(value.value).toEqual([{ unit: 'DEPT-MZ', part: 'LEAD' }])
})
