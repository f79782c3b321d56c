/**
 * The service for a test file: a database of its own, the clock stopped where the test puts it, and people made
 * through the service's own verbs.
 */

import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { openService, type OpenedService } from '../compose.ts'
import type { Context, Log } from '../context.ts'
import type { Chance } from '../db/db.ts'
import { freezeClock, moveClock } from '../db/clock.sql.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { stepDuties } from '../jobs/duties.ts'
import { topUp } from '../wallets/funding.ts'
import { createMember } from '../people/create-member.ts'
import { createGroup } from '../people/create-group.ts'
import { patient } from './patient.ts'

export const testSecret = 'a secret for tests that is long enough'

/** A log that keeps what was said, so that a test can look. */
export function keepingLog(): Log & { said: string[] } {
  const said: string[] = []
  const keep = (_data: object, message: string) => void said.push(message)
  return { said, info: keep, warn: keep, error: keep }
}

export interface TestService {
  ctx: Context
  url: string
  /** Stop the clock at a moment. */
  freeze(at: Instant): Promise<void>
  forward(ms: number): Promise<void>
  /** Do whatever is due. */
  sweep(): Promise<number>
  /** A second server on the same database. */
  another(): OpenedService
  close(): Promise<void>
}

/** Start a service on a fresh database; a guard judges its sends where one is given. */
export async function startTestService(chance?: Chance, guard?: GuardPolicy): Promise<TestService> {
  const database = await createTestDatabase()
  const parts = {
    url: database.url,
    secret: testSecret,
    demo: true,
    log: keepingLog(),
    ...(chance ? { chance } : {}),
    ...(guard ? { guard: patient(guard) } : {}),
  }
  const opened: OpenedService[] = []
  const open = () => {
    const service = openService(parts)
    opened.push(service)
    return service
  }
  const { ctx } = open()
  return {
    ctx,
    url: database.url,
    freeze: async (at) => void (await ctx.db.run(freezeClock, toIso(at))),
    forward: async (ms) => void (await ctx.db.run(moveClock, BigInt(ms))),
    sweep: () => stepDuties(ctx.db),
    another: open,
    async close() {
      await Promise.all(opened.map((service) => service.close()))
      await database.drop()
    },
  }
}

/** A member with money. */
export async function memberWith(ctx: Context, name: string, amount: Amount): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const member = await createMember(tx, { name })
    if (amount > 0n) await topUp(tx, { memberId: member.id, amount, reference: null })
    return member.id
  })
}

/** A group of these members. */
export async function groupOf(ctx: Context, name: string, memberIds: readonly string[]): Promise<string> {
  const by = { kind: 'operator', keyId: 'key_test' } as const
  const group = await ctx.db.transaction((tx) => createGroup(tx, { name, memberIds, by }))
  return group.id
}
