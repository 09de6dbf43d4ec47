import { useRoute } from 'vue-router'
import { useWork, type KeptEntry } from '@/shared/offline'

/** A refused change that is being put right: what was sent, and what becomes of it once it was sent anew. */
export function useAgain() {
  const route = useRoute()
  const { work } = useWork()
  const mutation = typeof route.query.again === 'string' ? route.query.again : undefined
  const entry: KeptEntry | undefined = mutation
    ? work.kept().find((one) => one.mutation === mutation)
    : undefined

  /** The old one has been answered by the new one. */
  async function settle(): Promise<void> {
    if (entry) await work.putAway(entry.mutation)
  }
  return { entry, values: entry?.values ?? {}, settle }
}
