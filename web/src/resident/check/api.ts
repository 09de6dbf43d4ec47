import { answer, http, type Shape } from '@/shared/http'

export type PaperCheck = Shape<'PaperCheckView'>

export const checkPaper = (checkCode: string, signal?: AbortSignal): Promise<PaperCheck> =>
  answer(http.GET('/api/public/papers/{checkCode}', { params: { path: { checkCode } }, signal }))

/** Only the digest is sent, never the file. */
export const checkPaperFile = (sm3: string): Promise<PaperCheck> =>
  answer(http.POST('/api/public/papers/check', { body: { sm3 } }))
