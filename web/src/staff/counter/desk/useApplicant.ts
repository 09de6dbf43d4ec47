import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useLoaded } from '@/shared/http'
import { useSession } from '@/shared/staff'
import { communitiesOf, heldOf, knownOf, type ApplicantForm, type Held, type KnownResident } from './api'
import { communityOf } from './community'

const NOBODY = (): ApplicantForm => ({
  name: '',
  documentKind: 'RESIDENT_ID',
  documentNumber: '',
  cardRead: false,
})
const RESIDENT_ID = /^\d{17}[\dX]$/

/**
 * The person at the window, from the card or typed, and the community they live in. What the registry knows of whoever
 * has the visit in hand is filled in where nothing stands yet; a card's own address is never written over.
 */
export function useApplicant(visitId: () => string | undefined = () => undefined) {
  const session = useSession()
  const applicant = reactive<ApplicantForm>(NOBODY())
  const area = ref('')
  const held = shallowRef<readonly Held[]>([])
  const resident = shallowRef<KnownResident>()
  const communities = useLoaded(() => communitiesOf(session.posting?.area ?? '150203'))
  const known = computed(() => applicant.name.trim() !== '' && applicant.documentNumber.trim() !== '')

  function clear(): void {
    for (const key of Object.keys(applicant)) delete applicant[key as keyof ApplicantForm]
    Object.assign(applicant, NOBODY())
    area.value = ''
    held.value = []
    resident.value = undefined
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
      resident.value = undefined
      if (kind === 'RESIDENT_ID' ? !RESIDENT_ID.test(number) : number.length < 6) return
      const visit = visitId()
      const [found, base] = await Promise.all([
        heldOf(kind, number).catch(() => []),
        visit ? knownOf(kind, number, visit).catch(() => undefined) : undefined,
      ])
      if (number !== applicant.documentNumber) return
      held.value = found
      if (base?.known) fill(base)
    },
  )

  /** The registry's community is where somebody lives; the one a card's address names is where they were registered. */
  function fill(base: KnownResident): void {
    resident.value = base
    applicant.name ||= base.name ?? ''
    applicant.phone ||= base.phone
    applicant.address ||= base.address
    if (base.community && communities.value.value?.some((one) => one.code === base.community))
      area.value = base.community
  }

  return { applicant, area, held, resident, communities, known, clear, take }
}

export type ApplicantDesk = ReturnType<typeof useApplicant>
