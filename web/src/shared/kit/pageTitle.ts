import { onScopeDispose, shallowRef, watchEffect, type ShallowRef } from 'vue'

/** What the page in sight calls itself: the browser's tab follows it, in the language of the moment. */
export const pageTitle: ShallowRef<string | undefined> = shallowRef()

/** Names the page for as long as the caller is there. */
export function usePageTitle(title: () => string): void {
  watchEffect(() => (pageTitle.value = title()))
  // The next page names itself before this one goes.
  onScopeDispose(() => {
    if (pageTitle.value === title()) pageTitle.value = undefined
  })
}
