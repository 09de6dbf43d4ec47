import { answer, http, type Shape } from '@/shared/http'

export type ItemRow = Shape<'ItemRowView'>
export type Item = Shape<'ItemView'>
export type Material = Shape<'ItemViewMaterialView'>
export type Version = Shape<'ItemControllerVersionView'>
export type DryRun = Shape<'ItemControllerDryRunView'>
export type Term = Shape<'Term'>

export const listItems = (search: string, signal?: AbortSignal): Promise<ItemRow[]> =>
  answer(http.GET('/api/counter/items', { params: { query: { search } }, signal }))

export const showItem = (code: string, signal?: AbortSignal): Promise<Item> =>
  answer(http.GET('/api/counter/items/{code}', { params: { path: { code } }, signal }))

export const listVersions = (code: string, signal?: AbortSignal): Promise<Version[]> =>
  answer(http.GET('/api/counter/items/{code}/versions', { params: { path: { code } }, signal }))

export const showVersion = (code: string, version: number, signal?: AbortSignal) =>
  answer(
    http.GET('/api/counter/items/{code}/versions/{version}', { params: { path: { code, version } }, signal }),
  )

export const dryRun = (code: string, source: string): Promise<DryRun> =>
  answer(http.POST('/api/counter/items/{code}/dry-run', { params: { path: { code } }, body: { source } }))

export const publish = (code: string, source: string, note: string): Promise<Item> =>
  answer(
    http.POST('/api/counter/items/{code}/versions', {
      params: { path: { code } },
      body: { source, note: note || undefined },
    }),
  )

export const withdraw = (code: string) =>
  answer(http.POST('/api/counter/items/{code}/withdraw', { params: { path: { code } } }))

export const restore = (code: string) =>
  answer(http.POST('/api/counter/items/{code}/restore', { params: { path: { code } } }))
