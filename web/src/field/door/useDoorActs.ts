import { ref, shallowRef } from 'vue'
import { Problem } from '@/shared/http'
import { usePhone, type Outcome, type Refusal, type Work } from '@/shared/offline'
import { useSession } from '@/shared/staff'

/** The permission word without which a phone may not hold a cell. */
const MAY_USE = 'sync.phone.use'

export type Stop =
  | { kind: 'refusal'; refusal: Refusal }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'no-posting' }
  | { kind: 'must-change' }

/** What opens the phone: a sign-in with the network, or the password alone without one. */
export function useDoorActs() {
  const phone = usePhone()
  const session = useSession()
  const running = ref(false)
  const stop = shallowRef<Stop>()
  /** The server wants the number of the authenticator too. */
  const codeWanted = ref(false)

  async function once(act: () => Promise<Stop | undefined>): Promise<boolean> {
    if (running.value) return false
    running.value = true
    stop.value = undefined
    try {
      stop.value = await act()
      return stop.value === undefined
    } catch (failure) {
      stop.value = { kind: 'problem', problem: Problem.of(failure) }
      return false
    } finally {
      running.value = false
    }
  }

  const stopOf = (outcome: Outcome<Work>): Stop | undefined =>
    outcome.done ? undefined : { kind: 'refusal', refusal: outcome.refusal }

  /** Acts through the posting that may use a phone; somebody may hold others beside it. */
  async function actThroughFieldPosting(): Promise<boolean> {
    if (session.can(MAY_USE)) return true
    for (const posting of session.session?.postings ?? []) {
      if (!posting.valid) continue
      await session.actThrough(posting.id)
      if (session.can(MAY_USE)) return true
    }
    return false
  }

  async function beginSession(name: string, password: string, code?: string): Promise<Stop | undefined> {
    try {
      await session.signIn({ name, password, code: code || undefined })
    } catch (failure) {
      const problem = Problem.of(failure)
      if (problem.reason === 'access.code-needed' || problem.reason === 'access.code-wrong')
        codeWanted.value = true
      throw problem
    }
    if (!session.session || session.session.mustChange) return { kind: 'must-change' }
    return (await actThroughFieldPosting()) ? undefined : { kind: 'no-posting' }
  }

  async function enter(name: string, password: string, code?: string): Promise<Stop | undefined> {
    const stopped = await beginSession(name, password, code)
    const signedIn = session.session
    if (stopped || !signedIn) return stopped
    const { id: account, login } = signedIn.account
    return stopOf(await phone.enroll({ account, login, name: signedIn.account.name, password }))
  }

  return {
    running,
    stop,
    codeWanted,
    /** Signs in and opens the database of whoever that is. */
    signIn: (name: string, password: string, code?: string) => once(() => enter(name, password, code)),
    /** The database is open and only the session with the server has ended. */
    signInAgain: (name: string, password: string, code?: string) =>
      once(() => beginSession(name, password, code)),
    unlock: (user: string, password: string) => once(async () => stopOf(await phone.unlock(user, password))),
  }
}
