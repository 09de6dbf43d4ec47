import { answer, http, type Shape } from '@/shared/http'

export type Invite = Shape<'PublicHallControllerRatingInviteView'>
export type Rating = Shape<'RatingForm'>

export const tabletCode = async (
  station: string,
  window: number,
  signal?: AbortSignal,
): Promise<string | undefined> =>
  (
    await answer(
      http.GET('/api/public/hall/{station}/windows/{window}/rating', {
        params: { path: { station, window } },
        signal,
      }),
    )
  ).code

export const showInvite = (code: string, signal?: AbortSignal): Promise<Invite> =>
  answer(http.GET('/api/public/hall/rating/{code}', { params: { path: { code } }, signal }))

export const rate = (code: string, body: Rating) =>
  answer(http.POST('/api/public/hall/rating/{code}', { params: { path: { code } }, body }))
