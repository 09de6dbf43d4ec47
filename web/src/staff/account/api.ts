import { answer, http } from '@/shared/http'

export async function changePassword(current: string, next: string): Promise<void> {
  await answer(http.POST('/api/access/password', { body: { current, next } }))
}
