import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { h, Suspense, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'

/**
 * Mounts a page under a router that knows only this page, at `path`, and the names of those it leads to, and waits until
 * it has loaded.
 */
export async function mountPage(
  page: Component,
  { path = '/', pattern = '/', name = 'page', leadsTo = [] as readonly string[], props = false } = {},
): Promise<VueWrapper> {
  const empty = { render: () => h('i') }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: pattern, name, component: page, props },
      ...leadsTo.map((other) => ({ path: `/leads-to/${other}/:id?`, name: other, component: empty })),
      { path: '/:rest(.*)*', name: 'elsewhere', component: empty },
    ],
  })
  await router.push(path)
  const root = { render: () => h(Suspense, null, { default: () => h(RouterView) }) }
  const wrapper = mount(root, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}
