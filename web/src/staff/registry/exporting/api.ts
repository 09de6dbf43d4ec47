import { answer, http, type Shape } from '@/shared/http'

export type Export = Shape<'ExportControllerExportView'>
export type Wanted = Shape<'ExportControllerAskExportForm'>
export type Kind = Export['kind']

export const KINDS = ['PEOPLE', 'DWELLINGS', 'ORGANISATIONS'] as const satisfies readonly Kind[]

export const listExports = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/exports', { params: { query: { after } }, signal }))

export const askExport = (body: Wanted) => answer(http.POST('/api/registry/exports', { body }))

export const cancelExport = (id: string) =>
  answer(http.POST('/api/registry/exports/{id}/cancel', { params: { path: { id } } }))

export const downloadExport = (id: string): Promise<Blob> =>
  answer(
    http.GET('/api/registry/exports/{id}/file', { params: { path: { id } }, parseAs: 'blob' }),
  ) as Promise<unknown> as Promise<Blob>

export const listPlaces = (within: string, signal: AbortSignal) =>
  answer(http.GET('/api/area/divisions', { params: { query: { within } }, signal }))
