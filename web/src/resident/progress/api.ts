import { answer, http, type Shape } from '@/shared/http'

export type Progress = Shape<'PublicProgressProgressView'>

export type Rating = Shape<'PublicProgressControllerProgressRatingForm'>

/** What may be ticked about a matter that was not done well. */
export const REASONS = ['TOO_SLOW', 'SENT_AWAY', 'UNCLEAR', 'UNFRIENDLY', 'WRONG_RESULT'] as const

export const rate = (rating: Rating) => answer(http.POST('/api/public/progress/rating', { body: rating }))

/** The pair goes in the body, so that no address holds it. */
export const lookUp = (caseNumber: string, lastFour: string): Promise<Progress> =>
  answer(http.POST('/api/public/progress', { body: { caseNumber, lastFour } }))
