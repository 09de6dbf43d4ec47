import { computed, reactive, ref, watch } from 'vue'
import { useAct } from '@/shared/http'
import type { Scan } from '@/staff/counter/scans'
import { receiveRequest, type AskedBy, type CorrectedField, type RequestForm, type RequestKind } from './api'
import type { Party } from './components/PartyFields.vue'

const NOBODY = (): Party => ({ name: '', documentKind: 'RESIDENT_ID', documentNumber: '' })

interface Correction {
  field: CorrectedField
  value: string
}

/** The request that is being entered. */
export function useRequestDraft() {
  const kind = ref<RequestKind>('COPY')
  const askedBy = ref<AskedBy>('SELF')
  const identity = ref<RequestForm['identity']>('DOCUMENT')
  const requester = ref<Party>(NOBODY())
  const subject = ref<Party>(NOBODY())
  const words = reactive({ phone: '', wish: '' })
  const corrections = ref<Correction[]>([{ field: 'NAME', value: '' }])
  const proof = ref<readonly Scan[]>([])
  const forOther = computed(() => askedBy.value !== 'SELF')
  const wishNeeded = computed(() => kind.value !== 'CORRECTION' && (kind.value !== 'COPY' || forOther.value))

  const sent = (party: Party): Party => ({
    ...party,
    documentNumber: party.documentNumber.trim().toUpperCase(),
  })

  const save = useAct((requestKey) =>
    receiveRequest({
      requestKey,
      kind: kind.value,
      askedBy: askedBy.value,
      identity: identity.value,
      requester: sent(requester.value),
      phone: words.phone,
      subject: forOther.value ? sent(subject.value) : undefined,
      wish: words.wish,
      corrections:
        kind.value === 'CORRECTION' ? corrections.value.filter((one) => one.value.trim() !== '') : undefined,
      proofFile: forOther.value ? proof.value[0]?.id : undefined,
    }),
  )
  watch([kind, askedBy], () => (save.problem.value = undefined))

  function takeCard(read: { name?: string; documentKind?: string; documentNumber?: string }): void {
    identity.value = 'CARD'
    requester.value = {
      name: read.name ?? '',
      documentKind: (read.documentKind as Party['documentKind'] | undefined) ?? 'RESIDENT_ID',
      documentNumber: read.documentNumber ?? '',
    }
  }

  function clear(): void {
    requester.value = NOBODY()
    subject.value = NOBODY()
    Object.assign(words, { phone: '', wish: '' })
    corrections.value = [{ field: 'NAME', value: '' }]
    proof.value = []
    askedBy.value = 'SELF'
    identity.value = 'DOCUMENT'
    save.problem.value = undefined
  }

  return {
    kind,
    askedBy,
    identity,
    requester,
    subject,
    words,
    corrections,
    proof,
    forOther,
    wishNeeded,
    save,
    takeCard,
    clear,
  }
}

export type RequestDraft = ReturnType<typeof useRequestDraft>
