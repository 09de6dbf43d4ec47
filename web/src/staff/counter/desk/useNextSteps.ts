import { computed, shallowRef } from 'vue'
import { useAct } from '@/shared/http'
import { findErrand, finishErrand, stepsOf, takeStep, type CaseAction, type Errand } from './api'

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

  const looking = useAct((_key, id: string) => look(id))

  async function begin(taken: Errand): Promise<void> {
    clear()
    errand.value = taken
    await looking.run(taken.id)
  }

  /** Acts at once, or asks first for what the action needs. */
  async function start(action: CaseAction): Promise<void> {
    if (action.inputs.length > 0) asking.value = action
    else await act.run(action, '', {})
  }

  const ending = useAct((_key, id: string) => finishErrand(id))

  /** Tells the quarter of an hour that the window is done with this errand. */
  async function finish(): Promise<void> {
    const seen = errand.value
    if (seen && !seen.finishedAt) await ending.run(seen.id)
  }

  function cancel(): void {
    asking.value = undefined
    act.problem.value = undefined
  }

  function clear(): void {
    errand.value = undefined
    actions.value = []
    asking.value = undefined
    act.problem.value = undefined
    looking.problem.value = undefined
  }

  return {
    errand,
    actions,
    asking,
    act,
    begin,
    start,
    cancel,
    finish,
    clear,
    look,
    problem: computed(() => act.problem.value ?? looking.problem.value),
    running: computed(() => act.running.value || looking.running.value),
  }
}

export type NextSteps = ReturnType<typeof useNextSteps>
