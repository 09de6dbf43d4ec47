import { showImagePreview } from 'vant'
import { nextTick } from 'vue'

/** A photo on the whole screen, to be drawn larger with two fingers. */
export async function showPhoto(url: string, label: string): Promise<void> {
  showImagePreview({ images: [url], showIndex: false, closeable: true })
  await nextTick()
  // Vant gives its dialog no name.
  for (const dialog of document.querySelectorAll('.van-image-preview'))
    dialog.setAttribute('aria-label', label)
}
