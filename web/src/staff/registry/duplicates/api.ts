import { answer, http, type Shape } from '@/shared/http'

export type Duplicate = Shape<'DuplicateControllerDuplicateView'>
export type Merge = Shape<'DuplicateControllerMergeView'>

export const listDuplicates = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/duplicates', { params: { query: { after } }, signal }))

export const lookForDuplicates = () => answer(http.POST('/api/registry/duplicates/look'))

export const mergeDuplicate = (id: string, kept: string, reason: string) =>
  answer(
    http.POST('/api/registry/duplicates/{id}/merge', { params: { path: { id } }, body: { kept, reason } }),
  )

export const keepApart = (id: string, reason: string) =>
  answer(http.POST('/api/registry/duplicates/{id}/different', { params: { path: { id } }, body: { reason } }))

export const listMerges = (after: string | undefined, signal: AbortSignal) =>
  answer(http.GET('/api/registry/merges', { params: { query: { after } }, signal }))

export const undoMerge = (id: string, reason: string) =>
  answer(http.POST('/api/registry/merges/{id}/undo', { params: { path: { id } }, body: { reason } }))
