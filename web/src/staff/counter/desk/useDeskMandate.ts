import { ref, shallowRef } from 'vue'
import { Problem, useAct } from '@/shared/http'
import { useText } from '@/shared/i18n'
import { listMandates, residentOf, type Mandate } from '@/staff/counter/mandates'
import type { ApplicantForm } from './api'
import type { ApplicantDesk } from './useApplicant'

/** An errand for somebody whose agent is at the window: the name on the agent's card finds what they were given. */
export function useDeskMandate(person: ApplicantDesk) {
  const { t } = useText()
  const given = shallowRef<Mandate>()
  const choices = shallowRef<readonly Mandate[]>()
  const agent = ref('')

  const find = useAct(async () => {
    agent.value = person.applicant.name.trim()
    if (agent.value === '')
      throw new Problem({ status: 400, reason: 'no-agent', title: t('counter.desk.byMandate.noAgent') })
    const all = await listMandates()
    choices.value = all.filter((one) => one.inForce && one.agentName === agent.value)
    return true
  })

  /** The applicant is now the resident; the look at their number is noted. */
  const take = useAct(async (_key, mandate: Mandate) => {
    const resident = await residentOf(mandate.id)
    person.take({
      name: resident.name,
      documentKind: resident.documentKind as ApplicantForm['documentKind'],
      documentNumber: resident.documentNumber,
    })
    given.value = mandate
    choices.value = undefined
    return true
  })

  function clear(): void {
    given.value = undefined
    choices.value = undefined
    find.problem.value = undefined
    take.problem.value = undefined
  }

  return { given, choices, agent, find, take, clear }
}

export type DeskMandate = ReturnType<typeof useDeskMandate>
