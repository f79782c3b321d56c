/** The service's own organisation for a test: two dispute agents, an auditor, and an administrator who works on nothing. */

import type { Callers, Person } from '../../testing/callers.ts'

export interface House {
  id: string
  /** An administrator. */
  boss: Person
  /** Dispute agents. */
  ada: Person
  abe: Person
  auditor: Person
}

/** Make it, as the operator does. */
export async function openHouse(callers: Callers): Promise<House> {
  const [boss, ada, abe, auditor] = await Promise.all(
    ['主管', '小安', '小白', '审计'].map((name) => callers.person(name)),
  )
  const people = [
    { memberId: boss!.id, roles: ['administrator'] },
    { memberId: ada!.id, roles: ['dispute_agent'] },
    { memberId: abe!.id, roles: ['dispute_agent'] },
    { memberId: auditor!.id, roles: ['auditor'] },
  ]
  const body = { name: 'Laisee 客服', house: true, people }
  const made = await callers.operator.call('POST', '/v1/organisations', body)
  return { id: String(made.body.id), boss: boss!, ada: ada!, abe: abe!, auditor: auditor! }
}
