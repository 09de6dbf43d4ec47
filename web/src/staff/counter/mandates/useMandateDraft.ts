import { computed, reactive, ref } from 'vue'
import { useAct, useLoaded } from '@/shared/http'
import type { Scan } from '@/staff/counter/scans'
import { listAgents, makeMandate, type MandateForm } from './api'
import { usualPeriod } from './state'

type Draft = Omit<MandateForm, 'requestKey' | 'consentFile'>

const EMPTY = (): Draft => ({
  residentName: '',
  documentKind: 'RESIDENT_ID',
  documentNumber: '',
  agentPosting: '',
  items: [],
  ...usualPeriod(),
  consent: 'CARD_AND_PHOTO',
})

/** The mandate that is being entered. */
export function useMandateDraft() {
  const draft = reactive<Draft>(EMPTY())
  const proof = ref<readonly Scan[]>([])
  const agents = useLoaded((signal) => listAgents(signal))
  const complete = computed(
    () =>
      draft.residentName.trim() !== '' &&
      draft.documentNumber.trim() !== '' &&
      draft.agentPosting !== '' &&
      draft.items.length > 0 &&
      proof.value.length > 0,
  )

  const save = useAct((requestKey) =>
    makeMandate({
      ...draft,
      documentNumber: draft.documentNumber.trim().toUpperCase(),
      requestKey,
      consentFile: proof.value[0]?.id ?? '',
    }),
  )

  function takeCard(read: { name?: string; documentKind?: string; documentNumber?: string }): void {
    draft.residentName = read.name ?? draft.residentName
    draft.documentKind = (read.documentKind as Draft['documentKind'] | undefined) ?? draft.documentKind
    draft.documentNumber = read.documentNumber ?? draft.documentNumber
  }

  function clear(): void {
    Object.assign(draft, EMPTY())
    proof.value = []
    save.problem.value = undefined
  }

  return { draft, proof, agents, complete, save, takeCard, clear }
}

export type MandateDraft = ReturnType<typeof useMandateDraft>
