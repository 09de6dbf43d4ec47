import { expect, test } from 'vitest'
import { fakeServer, Refused, withPosting } from '@/shared/testing'
import { useSession } from '.'

test('who comes back after the end of a session acts through the same posting as before', async () => {
  withPosting('counter.visit.call')
  const session = useSession()
  const before = session.session
  const many = [...(before?.postings ?? []), { ...before?.postings[0], id: 'posting-2' }]
  const server = fakeServer({
    'POST /api/access/sign-in': { ...before, postings: many, posting: 'posting-2' },
    'POST /api/access/session/posting': { ...before, postings: many },
  })
  const waiting = session.waitForReturn()
  expect(session.ended).toBe(true)
  await session.signInAgain('Linli-demo-2026')
  expect(await waiting).toBe(true)
  expect(session.ended).toBe(false)
  expect(server.requests.map((request) => request.body)).toEqual([
    { name: 'wang', password: 'Linli-demo-2026' },
    { posting: 'posting-1' },
  ])
})

test('a wrong password leaves the door shut, and giving up lets the waiting request fail', async () => {
  withPosting('counter.visit.call')
  const session = useSession()
  fakeServer({ 'POST /api/access/sign-in': new Refused(401, 'access.wrong', '不正确') })
  const waiting = session.waitForReturn()
  await expect(session.signInAgain('wrong')).rejects.toMatchObject({ status: 401 })
  expect(session.ended).toBe(true)
  session.forget()
  expect(await waiting).toBe(false)
})

test('nobody waits where nobody was signed in', async () => {
  expect(await useSession().waitForReturn()).toBe(false)
  expect(useSession().ended).toBe(false)
})
