import { computed } from 'vue'
import { useWork } from '@/shared/offline'
import type { Conflict, Notice } from '@/field/records'

const NOT_READ = 'field.notices.read'

/** What somebody should look at: answers to own changes, conflicts, and notices not read yet. */
export function useWaiting() {
  const { work, useList, useKept, useOutbox, usePhotos } = useWork()
  const kept = useKept()
  const outbox = useOutbox()
  const photos = usePhotos()
  const conflicts = useList<Conflict>('conflict')
  const notices = useList<Notice>('notice')

  const openConflicts = computed(() => conflicts.value.filter(({ values }) => values.state !== 'decided'))
  const newestNotices = computed(() =>
    [...notices.value].sort((one, other) => (other.values.at ?? '').localeCompare(one.values.at ?? '')),
  )
  const readUntil = () => work.draft<string>(NOT_READ) ?? ''
  const unread = computed(() => newestNotices.value.filter(({ values }) => (values.at ?? '') > readUntil()))

  return {
    kept,
    outbox,
    photos,
    conflicts,
    openConflicts,
    notices: newestNotices,
    unread,
    notes: computed(() => kept.value.length + unread.value.length),
    /** The notices up to the newest have been seen. */
    read: () => work.keepDraft(NOT_READ, newestNotices.value[0]?.values.at ?? ''),
  }
}
