import { computed, ref, shallowRef } from 'vue'
import { useAct } from '@/shared/http'
import {
  acceptErrand,
  findItem,
  type Acceptance,
  type ErrandForm,
  type Item,
  type MaterialState,
} from './api'
import { firstStates, noNotes, type MaterialNotes } from './materials'
import type { ApplicantDesk } from './useApplicant'
import { rememberItem } from './useItemSearch'

/** The errand being taken in: item, materials, form; and what came of it. */
export function useErrandDraft(
  person: ApplicantDesk,
  visitId: () => string | undefined,
  mandateId?: () => string | undefined,
) {
  const item = shallowRef<Item>()
  const states = ref<Record<string, MaterialState>>({})
  const notes = ref<MaterialNotes>(noNotes())
  const answers = ref<Record<string, unknown>>({})
  const consent = ref(false)
  const acceptance = shallowRef<Acceptance>()
  const held = computed(() => new Set(person.held.value.map((one) => one.code)))

  const choose = useAct(async (_key, code: string) => {
    const found = await findItem(code)
    item.value = found
    states.value = firstStates(found.materials, held.value, person.applicant.cardRead)
    consent.value = Object.values(states.value).includes('HELD')
    answers.value = {}
    notes.value = noNotes()
    acceptance.value = undefined
    return found
  })

  const accept = useAct(async (requestKey) => {
    const chosen = item.value
    if (!chosen) return undefined
    const done = await acceptErrand(form(requestKey, chosen))
    acceptance.value = done
    rememberItem(chosen.code)
    return done
  })

  function form(requestKey: string, chosen: Item): ErrandForm {
    return {
      requestKey,
      visit: visitId(),
      applicant: {
        ...person.applicant,
        documentNumber: person.applicant.documentNumber.trim().toUpperCase(),
      },
      area: person.area.value,
      item: chosen.code,
      materials: chosen.materials.map(({ code }) => material(code)),
      form: answers.value,
      consentToReuse: consent.value,
      followUntil: Object.values(states.value).includes('FOLLOWS') ? notes.value.followUntil : undefined,
      mandate: mandateId?.(),
    }
  }

  function material(code: string): NonNullable<ErrandForm['materials']>[number] {
    const state = states.value[code] ?? 'MISSING'
    const lack = state === 'MISSING' ? notes.value.lacks[code] : undefined
    return { code, state, files: (notes.value.files[code] ?? []).map((scan) => scan.id), ...lack }
  }

  /** When the card is read after the item was chosen, what it proves is ticked. */
  function recheck(): void {
    if (!item.value || acceptance.value) return
    const first = firstStates(item.value.materials, held.value, person.applicant.cardRead)
    const missing = Object.entries(first).filter(([code]) => (states.value[code] ?? 'MISSING') === 'MISSING')
    states.value = { ...states.value, ...Object.fromEntries(missing) }
  }

  function clear(): void {
    item.value = undefined
    states.value = {}
    answers.value = {}
    notes.value = noNotes()
    acceptance.value = undefined
    choose.problem.value = undefined
    accept.problem.value = undefined
  }

  const faultOf = (...fields: string[]) =>
    fields.map((field) => accept.problem.value?.faultOf(field)).find(Boolean)
  const missing = computed(() => new Set(acceptance.value?.missing.map((one) => one.code)))

  return {
    item,
    states,
    notes,
    answers,
    consent,
    acceptance,
    held,
    choose,
    accept,
    recheck,
    clear,
    faultOf,
    missing,
  }
}

export type ErrandDraft = ReturnType<typeof useErrandDraft>
