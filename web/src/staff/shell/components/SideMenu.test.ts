import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { addMessages } from '@/shared/i18n'
import type { MenuEntry } from '@/shared/staff'
import { withPosting } from '@/shared/testing'
import en from '../messages.en'
import zh from '../messages.zh'
import SideMenu from './SideMenu.vue'

addMessages('shell', { zh, en })

const page = { render: () => null }
const entries: MenuEntry[] = [
  { label: 'shell.posting', route: 'calendar', group: 'shell.menu.settings', order: 10 },
  { label: 'shell.signOut', route: 'audit', group: 'shell.menu.supervise', order: 10, anyOf: ['audit.read'] },
  { label: 'shell.home.title', route: 'work', group: 'shell.menu.casework', order: 900 },
]

async function menuAt(path: string) {
  withPosting('casework.case.read')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/calendar', name: 'calendar', component: page },
      { path: '/audit', name: 'audit', component: page },
      { path: '/work', name: 'work', component: page },
      { path: '/case', name: 'case', component: page, meta: { under: 'work' } },
    ],
  })
  await router.push(path)
  const menu = mount(SideMenu, { props: { entries }, global: { plugins: [router] } })
  await flushPromises()
  return menu
}

test('headings stand in the order of the work, whatever their entries’ order, and only where there is something', async () => {
  const menu = await menuAt('/')
  expect(menu.findAll('h2').map((heading) => heading.text())).toEqual(['办件', '设置'])
})

test('a page below an entry marks it', async () => {
  const menu = await menuAt('/case')
  expect(menu.findAll('.here').map((link) => link.attributes('href'))).toEqual(['/work'])
})
