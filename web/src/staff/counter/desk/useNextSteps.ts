import { computed, shallowRef } from 'vue'
import { useAct } from '@/shared/http'
import {
  askSupplement,
  findErrand,
  finishErrand,
  receiveSupplement,
  stepsOf,
  takeStep,
  type CaseAction,
  type CaseInput,
  type Errand,
  type Lack,
} from './api'

/** A note that may be left out is no reason to ask: a clerk seals a hundred papers a day. */
const asksFirst = (input: CaseInput) => input.required || input.kind !== 'NOTE'

/** Steps that ask for more than their procedure can say; each has a form of its own. */
const OWN_FORM = new Set(['REQUEST_CORRECTION', 'CORRECT', 'DELIVER'])

interface Asked {
  materials: ({ code: string } & Lack)[]
  others: string[]
}

interface Brought {
  materials: { code?: string; files: string[] }[]
  note: string
}

/** What can be done next with the errand in hand, in the words of its procedure. */
export function useNextSteps() {
  const errand = shallowRef<Errand>()
  const actions = shallowRef<readonly CaseAction[]>([])
  const asking = shallowRef<CaseAction>()

  async function look(id: string): Promise<void> {
    const seen = await findErrand(id)
    const possible = seen.ended ? [] : await stepsOf(seen.caseId)
    errand.value = seen
    actions.value = possible
  }

  const act = useAct(async (requestKey, action: CaseAction, note: string, input: Record<string, unknown>) => {
    const seen = errand.value
    if (!seen) return false
    await takeStep(seen.caseId, { action: action.code, revision: seen.revision, note, input, requestKey })
    await look(seen.id)
    asking.value = undefined
    return true
  })

  const supplement = useAct(async (requestKey, asked: Asked) => {
    const seen = errand.value
    if (!seen) return
    await askSupplement(seen.id, { ...asked, revision: seen.revision, requestKey })
    await look(seen.id)
    asking.value = undefined
  })

  const received = useAct(async (requestKey, brought: Brought) => {
    const seen = errand.value
    if (!seen) return
    await receiveSupplement(seen.id, { ...brought, revision: seen.revision, requestKey })
    await look(seen.id)
    asking.value = undefined
  })

  const looking = useAct((_key, id: string) => look(id))

  async function begin(taken: Errand): Promise<void> {
    clear()
    errand.value = taken
    await looking.run(taken.id)
  }

  /** A certificate is handed over where it is printed; any other result may go another way, to somebody else. */
  function hasOwnForm(action: CaseAction): boolean {
    return OWN_FORM.has(action.code) && !(action.code === 'DELIVER' && errand.value?.kind === 'CERTIFICATE')
  }

  /** Acts at once, or asks first for what the action needs. */
  async function start(action: CaseAction): Promise<void> {
    if (hasOwnForm(action) || action.inputs.some(asksFirst)) asking.value = action
    else await act.run(action, '', {})
  }

  /** Opens the form of a step that could be taken at once, to say a few words with it. */
  function ask(action: CaseAction): void {
    asking.value = action
  }

  const ending = useAct((_key, id: string) => finishErrand(id))

  /** Tells the quarter of an hour that the window is done with this errand. */
  async function finish(): Promise<void> {
    const seen = errand.value
    if (seen && !seen.finishedAt) await ending.run(seen.id)
  }

  function cancel(): void {
    asking.value = undefined
    for (const one of [act, supplement, received]) one.problem.value = undefined
  }

  function clear(): void {
    errand.value = undefined
    actions.value = []
    asking.value = undefined
    for (const one of [act, supplement, received, looking]) one.problem.value = undefined
  }

  return {
    errand,
    actions,
    asking,
    act,
    supplement,
    received,
    begin,
    start,
    ask,
    hasOwnForm,
    cancel,
    finish,
    clear,
    look,
    problem: computed(() => act.problem.value ?? looking.problem.value),
    running: computed(() => [act, supplement, received, looking].some((one) => one.running.value)),
  }
}

export type NextSteps = ReturnType<typeof useNextSteps>
