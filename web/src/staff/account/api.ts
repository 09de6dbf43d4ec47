import { answer, http, type Shape } from '@/shared/http'

export type SecondFactor = Shape<'OwnAccountControllerSecondFactorView'>

export async function changePassword(present: string, wanted: string): Promise<void> {
  await answer(http.POST('/api/access/password', { body: { present, wanted } }))
}

export function startSecondFactor(password: string): Promise<SecondFactor> {
  return answer(http.POST('/api/access/totp', { body: { password } }))
}

export async function confirmSecondFactor(code: string): Promise<void> {
  await answer(http.POST('/api/access/totp/confirm', { body: { code } }))
}
