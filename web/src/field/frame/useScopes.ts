import { computed } from 'vue'
import { useNames } from '@/shared/i18n'
import { useWork } from '@/shared/offline'

/** The cells on this phone; `writable` are those in which this worker may change things. */
export function useScopes() {
  const status = useWork().useStatus()
  const nameOf = useNames()
  const cells = computed(() =>
    status.value.scopes
      .filter((scope) => scope.kind === 'grid' && !scope.dropped)
      .map((scope) => ({
        id: scope.id,
        code: scope.id.replace(/^grid:/, ''),
        name: scope.names ? nameOf(scope.names) : scope.id.replace(/^grid:/, ''),
        mode: scope.mode,
        held: scope.held,
        loading: scope.loading,
      })),
  )
  const writable = computed(() => cells.value.filter((cell) => cell.mode === 'rw'))
  return { cells, writable }
}
