import { useSession } from '@/shared/staff'

/** Signs in, in the test's own store, somebody who holds these permission words. */
export function withPosting(...permissions: string[]): void {
  useSession().take({
    name: '王芳',
    posting: 'posting-1',
    postings: [
      {
        id: 'posting-1',
        role: { zh: '窗口人员', en: 'Clerk' },
        unit: { zh: '少先路便民服务中心', en: 'Shaoxianlu station' },
      },
    ],
    permissions,
    mustChangePassword: false,
    idleSeconds: 1800,
  })
}
