import { answer, http, type Shape } from '@/shared/http'

export type RequestProgress = Shape<'RequestProgressRequestProgressView'>

/** The pair goes in the body, so that no address holds it. */
export const lookUp = (caseNumber: string, lastFour: string): Promise<RequestProgress> =>
  answer(http.POST('/api/public/rights/progress', { body: { caseNumber, lastFour } }))
