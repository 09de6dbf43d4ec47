import { answer, http, type Shape } from '@/shared/http'

export type GuideRow = Shape<'ItemRowView'>
export type GuideItem = Shape<'ItemView'>

export const listGuides = (search: string, signal: AbortSignal): Promise<GuideRow[]> =>
  answer(http.GET('/api/public/items', { params: { query: search ? { search } : {} }, signal }))

export const findGuide = (code: string, signal: AbortSignal): Promise<GuideItem> =>
  answer(http.GET('/api/public/items/{code}', { params: { path: { code } }, signal }))
