import { expect, test } from 'vitest'
import { lookOf, whereOf } from './notice-look.ts'

test('whoever is to approve is led to the desk, and the sender to their send', () => {
  const asked = { sourceId: 'pkt_1', kind: 'approval_asked' } as const
  expect(whereOf({ ...asked, data: { organisationId: 'org_1' } })).toBe('/desk/org_1/approvals?id=pkt_1')
  expect(whereOf({ ...asked, data: {} })).toBe('/desk')
  expect(whereOf({ sourceId: 'org_1', kind: 'approval_delegated' })).toBe('/desk/org_1/approvals')
  expect(whereOf({ sourceId: 'pkt_1', kind: 'own_approval_rejected' })).toBe('/packets/pkt_1')
  expect(whereOf({ sourceId: 'tr_1', kind: 'own_approval_granted' })).toBe('/transfers/tr_1')
})

test('a broken glass has the sign of a warning to everybody', () => {
  expect(lookOf('approval_glass_broken')).toEqual({ icon: 'warn', tone: 'hold' })
  expect(lookOf('own_approval_glass_broken')).toEqual(lookOf('approval_glass_broken'))
})
