import { useSession } from '@/shared/staff'

/** Signs in, in the test's own store, somebody who holds these permission words. */
export function withPosting(...permissions: string[]): void {
  useSession().take({
    account: { id: 'account-1', login: 'wang', name: '王芳' },
    posting: 'posting-1',
    postings: [
      {
        id: 'posting-1',
        account: 'account-1',
        role: 'clerk',
        roleNames: { zh: '窗口人员', en: 'Clerk' },
        unit: 'ST-150203001',
        unitNames: { zh: '少先路便民服务中心', en: 'Shaoxianlu station' },
        area: '150203001',
        areaNames: { zh: '少先路街道', en: 'Shaoxianlu sub-district' },
        from: '2026-01-01',
        valid: true,
      },
    ],
    permissions,
    mustChange: false,
    totpRequired: false,
    totpActive: false,
    idleSeconds: 1800,
  })
}
