import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useLoaded } from '@/shared/http'
import { useSession } from '@/shared/staff'
import { communitiesOf, heldOf, type ApplicantForm, type Held } from './api'
import { communityOf } from './community'

const NOBODY = (): ApplicantForm => ({
  name: '',
  documentKind: 'RESIDENT_ID',
  documentNumber: '',
  cardRead: false,
})
const RESIDENT_ID = /^\d{17}[\dX]$/

/** The person at the window, from the card or typed, and the community they live in. */
export function useApplicant() {
  const session = useSession()
  const applicant = reactive<ApplicantForm>(NOBODY())
  const area = ref('')
  const held = shallowRef<readonly Held[]>([])
  const communities = useLoaded(() => communitiesOf(session.posting?.area ?? '150203'))
  const known = computed(() => applicant.name.trim() !== '' && applicant.documentNumber.trim() !== '')

  function clear(): void {
    for (const key of Object.keys(applicant)) delete applicant[key as keyof ApplicantForm]
    Object.assign(applicant, NOBODY())
    area.value = ''
    held.value = []
  }

  function take(read: Partial<ApplicantForm>): void {
    clear()
    Object.assign(applicant, read)
  }

  // A registered address names its community more often than not; the clerk sees the choice and may change it.
  watch([() => applicant.address, communities.value], ([address, divisions]) => {
    if (area.value || !address) return
    const named = communityOf(address, divisions ?? [])
    if (named) area.value = named.code
  })

  watch(
    () => [applicant.documentKind, applicant.documentNumber] as const,
    async ([kind, number]) => {
      held.value = []
      if (kind === 'RESIDENT_ID' ? !RESIDENT_ID.test(number) : number.length < 6) return
      const found = await heldOf(kind, number).catch(() => [])
      if (number === applicant.documentNumber) held.value = found
    },
  )

  return { applicant, area, held, communities, known, clear, take }
}

export type ApplicantDesk = ReturnType<typeof useApplicant>
