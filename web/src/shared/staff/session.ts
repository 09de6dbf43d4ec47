import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { standing } from '@/shared/http'
import * as access from './api'
import type { Session } from './api'

const KEPT_UNDER = 'linli.posting'

/** Who is signed in, through which posting, and what that permits. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<Session>()
  const known = ref(false)
  const lastAnswer = ref(Date.now())
  /** The session has ended while somebody was at work: the page stays, behind a door. */
  const ended = ref(false)
  let waiting: Promise<boolean> | undefined
  let answerWaiting: (back: boolean) => void = () => {}

  const posting = computed(() => session.value?.postings.find((one) => one.id === session.value?.posting))
  const words = computed(() => new Set(session.value?.permissions))

  function take(next: Session | undefined): void {
    session.value = next
    standing.posting = next?.posting
    known.value = true
    lastAnswer.value = Date.now()
    // A tab keeps its own posting, so that two tabs may act through two postings.
    if (next?.posting) sessionStorage.setItem(KEPT_UNDER, next.posting)
  }

  async function restore(): Promise<void> {
    if (known.value) return
    standing.posting = sessionStorage.getItem(KEPT_UNDER) ?? undefined
    take(await access.currentSession())
  }

  async function signIn(credentials: access.Credentials): Promise<void> {
    take(await access.signIn(credentials))
  }

  /** Shuts the door and resolves once the same person is back, or has given up. */
  function waitForReturn(): Promise<boolean> {
    if (!session.value) return Promise.resolve(false)
    ended.value = true
    waiting ??= new Promise((resolve) => (answerWaiting = resolve))
    return waiting
  }

  function returned(back: boolean): void {
    ended.value = false
    waiting = undefined
    answerWaiting(back)
  }

  /** Signs the same person in again, through the same posting as before. */
  async function signInAgain(password: string, code?: string): Promise<void> {
    const before = session.value
    if (!before) return
    const next = await access.signIn({ name: before.account.login, password, code })
    const kept = next.postings.some((one) => one.id === before.posting) ? before.posting : undefined
    take(kept && next.posting !== kept ? await access.choosePosting(kept) : next)
    returned(true)
  }

  async function actThrough(id: string): Promise<void> {
    take(await access.choosePosting(id))
  }

  async function signOut(): Promise<void> {
    await access.signOut()
    forget()
  }

  function forget(): void {
    if (ended.value) returned(false)
    sessionStorage.removeItem(KEPT_UNDER)
    take(undefined)
  }

  async function stay(): Promise<void> {
    take(await access.currentSession())
  }

  /** Asks the server how long is left, because another tab may have worked meanwhile; the millisecond it ends. */
  async function endsAt(): Promise<number> {
    const seconds = await access.remainingSeconds()
    lastAnswer.value = Date.now() - ((session.value?.idleSeconds ?? 0) - seconds) * 1000
    return lastAnswer.value
  }

  return {
    session,
    known,
    lastAnswer,
    ended,
    waitForReturn,
    signInAgain,
    posting,
    can: (word: string) => words.value.has(word),
    canAny: (any?: readonly string[]) => any === undefined || any.some((word) => words.value.has(word)),
    take,
    restore,
    signIn,
    actThrough,
    signOut,
    forget,
    stay,
    endsAt,
  }
})

/** `const can = useCan()` then `v-if="can('counter.visit.call')"`, in the server's permission words. */
export function useCan(): (word: string) => boolean {
  return useSession().can
}
