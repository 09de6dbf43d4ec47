import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { expect, test, vi } from 'vitest'
import { Problem } from '@/shared/http'
import ClockBadge from './ClockBadge.vue'
import DataTable from './DataTable.vue'
import FormField from './FormField.vue'
import MaskedValue from './MaskedValue.vue'
import ProblemForm from './ProblemForm.vue'
import { activeHotkeys, useHotkeys } from './hotkeys'

const refused = (field: string) =>
  new Problem({ status: 422, reason: 'counter.bad', title: '有误', faults: [{ field, message: '号码不对' }] })

test('a form puts the fault at its field and the focus there', async () => {
  const form = mount(ProblemForm, {
    attachTo: document.body,
    slots: {
      default: () =>
        ['name', 'phone'].map((field) =>
          h(
            FormField,
            { label: field, field },
            { default: ({ control }: { control: object }) => h('input', control) },
          ),
        ),
    },
  })
  await form.setProps({ problem: refused('phone') })
  await flushPromises()
  const phone = form.findAll('input')[1]
  expect(document.activeElement).toBe(phone?.element)
  expect(form.find(`#${phone?.attributes('aria-describedby')}`).text()).toBe('号码不对')
})

test('a form without a faulty field of its own puts the focus on the summary', async () => {
  const form = mount(ProblemForm, { attachTo: document.body })
  await form.setProps({ problem: refused('elsewhere') })
  await flushPromises()
  expect(document.activeElement?.getAttribute('role')).toBe('alert')
})

const table = {
  caption: '办件',
  columns: [{ key: 'name', label: '姓名' }],
  rowKey: (row: object) => (row as { name: string }).name,
}

test('a table shows loading, then an error with retry, then emptiness, then rows', async () => {
  const wrapper = mount(DataTable, { props: { ...table, rows: [], loading: true } })
  expect(wrapper.find('[aria-busy="true"]').exists()).toBe(true)
  await wrapper.setProps({
    loading: false,
    problem: new Problem({ status: 0, reason: 'offline', title: '' }),
  })
  await wrapper.find('[role=alert] button').trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
  await wrapper.setProps({ problem: undefined })
  expect(wrapper.text()).toContain('暂无内容')
  await wrapper.setProps({ rows: [{ name: '王芳' }], opens: true })
  await wrapper.find('tbody tr').trigger('keydown', { key: 'Enter' })
  expect(wrapper.emitted('open')?.[0]).toEqual([{ name: '王芳' }])
})

test('a clock says in words what it says in colour', () => {
  expect(mount(ClockBadge, { props: { state: 'RED' } }).text()).toContain('已超期')
})

test('personal data is shown in full only after a purpose was given', async () => {
  const reveal = vi.fn(async () => '150203197809230113')
  const value = mount(MaskedValue, {
    props: { masked: '1502**********0113', name: '证件号码', reveal },
    attachTo: document.body,
  })
  expect(value.text()).not.toContain('150203197809230113')
  await value.find('button').trigger('click')
  await flushPromises()
  expect(reveal).not.toHaveBeenCalled()
  await value.findAll('dialog button').at(-1)?.trigger('click')
  await flushPromises()
  expect(reveal).toHaveBeenCalledWith('办理事项')
  expect(value.text()).toContain('150203197809230113')
})

test('letters are keys outside fields only, and keys go with their page', () => {
  const run = vi.fn()
  const page = mount(
    defineComponent({
      setup() {
        useHotkeys(() => [
          { keys: 'n', label: '下一位', run },
          { keys: 'F8', label: '受理', run },
        ])
        return () => h('input')
      },
    }),
    { attachTo: document.body },
  )
  const press = (target: EventTarget, key: string) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
  press(page.find('input').element, 'n')
  expect(run).not.toHaveBeenCalled()
  press(document.body, 'n')
  press(page.find('input').element, 'F8')
  expect(run).toHaveBeenCalledTimes(2)
  page.unmount()
  expect(activeHotkeys()).toEqual([])
})
