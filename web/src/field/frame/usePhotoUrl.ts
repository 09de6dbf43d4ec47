import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { usePhone } from '@/shared/offline'

export type PictureState = 'opening' | 'here' | 'away'

/** Reads a picture from the server. */
export type PhotoSource = (id: string) => Promise<Blob>

/** An address at which the page can show a picture: the copy of this phone, else the server's while there is a network. */
export function usePhotoUrl(
  id: () => string,
  source?: PhotoSource,
): { url: Ref<string | undefined>; state: Ref<PictureState> } {
  const url = ref<string>()
  const state = ref<PictureState>('opening')
  let mine = 0

  function drop(): void {
    if (url.value) URL.revokeObjectURL(url.value)
    url.value = undefined
  }

  watch(
    id,
    async (next) => {
      const turn = ++mine
      drop()
      state.value = 'opening'
      const own = await usePhone().work?.photos.open(next)
      const blob = own ?? (await source?.(next).catch(() => undefined))
      if (turn !== mine) return
      if (blob) url.value = URL.createObjectURL(blob)
      state.value = blob ? 'here' : 'away'
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    mine++
    drop()
  })
  return { url, state }
}
