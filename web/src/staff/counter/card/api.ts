import { answer, http, type Shape } from '@/shared/http'
import type { LaidCard } from './adapters'

export type CardHolder = Shape<'CardHolderView'>

/**
 * What a card says. With the visit in hand it is shown in full, which the server notes; the photo stays in the browser.
 */
export const readCard = ({ textBlock, fields }: LaidCard, visit?: string): Promise<CardHolder> =>
  answer(http.POST('/api/counter/cards/read', { body: { textBlock, fields, visit } }))
