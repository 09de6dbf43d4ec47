import { answer, http, type Shape } from '@/shared/http'

export type Progress = Shape<'PublicProgressProgressView'>

/** The pair goes in the body, so that no address holds it. */
export const lookUp = (caseNumber: string, lastFour: string): Promise<Progress> =>
  answer(http.POST('/api/public/progress', { body: { caseNumber, lastFour } }))
