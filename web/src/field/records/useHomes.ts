import { computed } from 'vue'
import { useWork } from '@/shared/offline'
import { homesOf } from './homes'
import type { Dwelling, Household, Person } from './types'

/** Everybody and every door of the cells on this phone, put together. */
export function useHomes() {
  const { useList } = useWork()
  const people = useList<Person>('person')
  const households = useList<Household>('household')
  const dwellings = useList<Dwelling>('dwelling')
  const homes = computed(() => homesOf(dwellings.value, households.value, people.value))
  return { people, households, dwellings, homes }
}
