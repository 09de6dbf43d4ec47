import { answer, http, Problem, type Shape } from '@/shared/http'

export type Import = Shape<'ImportViewsImportView'>
export type Fault = Shape<'ImportViewsFaultView'>
export type Field = Shape<'ImportViewsFieldView'>
export type Kind = Import['kind']
export type State = Import['state']
export type FieldName = Field['field']

export const KINDS = ['PEOPLE', 'DWELLINGS', 'ORGANISATIONS'] as const satisfies readonly Kind[]

export const listImports = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/imports', { params: { query: { after } }, signal }))

export const readImport = (id: string, signal: AbortSignal) =>
  answer(http.GET('/api/registry/imports/{id}', { params: { path: { id } }, signal }))

export const listFields = (kind: Kind, signal: AbortSignal) =>
  answer(http.GET('/api/registry/imports/fields', { params: { query: { kind } }, signal }))

export const startImport = (kind: Kind, file: File) =>
  answer(http.POST('/api/registry/imports', { body: { kind, name: file.name, length: file.size } }))

/** @param fields what each column holds, in order; undefined for one that is left out */
export const checkImport = (id: string, fields: (FieldName | undefined)[]) =>
  answer(
    http.POST('/api/registry/imports/{id}/check', {
      params: { path: { id } },
      body: { columns: fields.flatMap((field, column) => (field ? [{ column, field }] : [])) },
    }),
  )

export const mapAgain = (id: string) =>
  answer(http.POST('/api/registry/imports/{id}/map-again', { params: { path: { id } } }))

export const applyImport = (id: string, despiteFaults: boolean) =>
  answer(http.POST('/api/registry/imports/{id}/apply', { params: { path: { id } }, body: { despiteFaults } }))

export const cancelImport = (id: string) =>
  answer(http.POST('/api/registry/imports/{id}/cancel', { params: { path: { id } } }))

export const listFaults = (id: string, after: string | undefined, signal: AbortSignal) =>
  answer(
    http.GET('/api/registry/imports/{id}/faults', {
      params: { path: { id }, query: { after } },
      signal,
    }),
  )

/** A part of the file; the answer says how far it has come. */
const sendPart = (id: string, offset: number, part: Blob): Promise<Import> =>
  answer(
    http.PATCH('/api/registry/imports/{id}/content', {
      params: { path: { id }, header: { 'Upload-Offset': offset } },
      headers: { 'Content-Type': 'application/offset+octet-stream' },
      body: part as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
    }),
  )

const PART_BYTES = 4 * 1024 * 1024
const TRIES = 5

/** Sends what the server does not have yet; a broken line is taken up again where it broke. */
export async function sendFile(
  id: string,
  file: File,
  from: number,
  onProgress: (received: number) => void,
): Promise<Import> {
  let received = from
  let failures = 0
  for (;;) {
    try {
      const now = await sendPart(id, received, file.slice(received, received + PART_BYTES))
      failures = 0
      received = now.received
      onProgress(received)
      if (now.state !== 'RECEIVING') return now
    } catch (failure) {
      if (++failures >= TRIES || (failure instanceof Problem && failure.status !== 409)) throw failure
      await new Promise((resolve) => setTimeout(resolve, 1_000 * failures))
      received = (await readImport(id, new AbortController().signal)).received
    }
  }
}

const blob = (pending: Promise<unknown>): Promise<Blob> => pending as Promise<Blob>

export const downloadFaults = (id: string, format: 'CSV' | 'XLSX') =>
  blob(
    answer(
      http.GET('/api/registry/imports/{id}/faults/file', {
        params: { path: { id }, query: { format } },
        parseAs: 'blob',
      }),
    ),
  )

export const downloadTemplate = (kind: Kind, format: 'CSV' | 'XLSX') =>
  blob(
    answer(
      http.GET('/api/registry/imports/template', {
        params: { query: { kind, format } },
        parseAs: 'blob',
      }),
    ),
  )
