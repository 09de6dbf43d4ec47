import { ref, type Ref } from 'vue'
import { onLanguageSwitch, Problem } from '@/shared/http'
import { useText } from '@/shared/i18n'
import { useProblemText } from '@/shared/kit'
import { upload, type Scan } from './api'
import { named, refusalOf } from './takes'

/** Uploads files one after the other; one that is refused is named with the reason, and the others go on. */
export function useUploads(scans: Ref<readonly Scan[]>, types: () => Readonly<Record<string, string>>) {
  const { t } = useText()
  const textOf = useProblemText()
  const sending = ref(0)
  const refused = ref<string[]>([])

  async function take(files: Iterable<File>): Promise<void> {
    refused.value = []
    for (const file of [...files].map((one) => named(one))) {
      const reason = refusalOf(file, types())
      if (reason) refused.value.push(t(`counter.scans.${reason}`, [file.name]))
      else await send(file)
    }
  }

  async function send(file: File): Promise<void> {
    sending.value++
    try {
      scans.value = [...scans.value, await upload(file)]
    } catch (failure) {
      refused.value.push(t('counter.scans.refused', [file.name, textOf(Problem.of(failure))]))
    } finally {
      sending.value--
    }
  }

  function drop(id: string): void {
    scans.value = scans.value.filter((scan) => scan.id !== id)
  }

  onLanguageSwitch(() => (refused.value = []))
  return { take, drop, sending, refused }
}
