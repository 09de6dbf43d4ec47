import { answer, http } from '@/shared/http'

export interface Scan {
  id: string
  name: string
  type: string
  bytes: number
}

/** An upload belongs to the posting, and only it reads it, until a form takes it over. */
export async function upload(file: File): Promise<Scan> {
  const body = new FormData()
  body.append('file', file)
  const { id, name, type, bytes } = await answer(
    http.POST('/api/files', { body: body as never, bodySerializer: (form: unknown) => form as FormData }),
  )
  return { id: String(id), name, type, bytes }
}

/** The bytes, fetched so that the opening goes out, and is noted, under this tab's posting. */
export const download = (id: string): Promise<Blob> =>
  answer(
    http.GET('/api/files/{id}', {
      params: { path: { id }, query: { inline: true } },
      parseAs: 'blob',
    }),
  ) as Promise<unknown> as Promise<Blob>
