import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromIso, type Instant } from '@laisee/core/instant.ts'
import { cancelSources } from './cancel.ts'
import type { Tx } from './db/db.ts'
import { statement } from './db/statement.ts'
import { readWallet } from './ledger/ledger.ts'
import { sendPacket } from './packets/send.ts'
import { memberWith, startTestService, type TestService } from './testing/service.ts'
import { sendTransfer } from './transfers/send.ts'

const start = fromIso('2026-02-16T12:00:00Z')!
const told = statement<[sourceId: string], { kind: string }>(
  'test_cancel_told',
  `select kind from event where source_id = $1 order by seq`,
)

let service: TestService
let ann: string
let bob: string

beforeAll(async () => {
  service = await startTestService()
  await service.freeze(start)
  ann = await memberWith(service.ctx, '安', 10_000n)
  bob = await memberWith(service.ctx, '波', 0n)
})
afterAll(() => service.close())

/** The transaction, on a clock that goes on by a millisecond each time it is looked at. */
function fromMoment(tx: Tx, first: Instant): Tx {
  let now = first
  return {
    run: (asked, ...params) => tx.run(asked, ...params),
    one: (asked, ...params) => tx.one(asked, ...params),
    atLast: (asked, ...params) => tx.atLast(asked, ...params),
    now: () => Promise.resolve(now++),
    random: tx.random,
    newId: (kind) => tx.newId(kind),
    savepoint: (work) => tx.savepoint(work),
    afterCommit: (hint) => tx.afterCommit(hint),
  }
}

const packet = () =>
  service.ctx.db.transaction((tx) =>
    sendPacket(tx, service.ctx.secrets, {
      payerId: ann,
      kind: 'direct',
      profile: 'laisee',
      total: 300n,
      count: 1,
      splitMethod: null,
      audience: 'member',
      recipientIds: [bob],
      groupId: null,
      greeting: '',
      passphrase: null,
      notBefore: null,
      expireAfterMs: null,
      openAs: 'open',
      test: false,
    }),
  )

const transfer = () =>
  service.ctx.db.transaction((tx) =>
    sendTransfer(tx, {
      payerId: ann,
      payeeId: bob,
      amount: 300n,
      delayS: 7_200,
      note: '',
      profile: 'laisee',
    }),
  )

const rows: ['packet' | 'transfer', () => Promise<{ id: string; deliverAt: Instant }>, number, string][] = [
  ['packet', packet, 1, 'undone'],
  ['packet', packet, 0, 'recalled'],
  ['transfer', transfer, 1, 'undone'],
  ['transfer', transfer, 0, 'recalled'],
]

it.each(rows)(
  'a %s cancelled as its undo window ends is taken back all the same: %#',
  async (kind, send, msLeft, outcome) => {
    const { id, deliverAt } = await send()
    const canceled = await service.ctx.db.transaction((tx) =>
      cancelSources[kind]!(fromMoment(tx, deliverAt - msLeft), service.ctx, { memberId: ann, sourceId: id }),
    )
    expect(canceled).toEqual({ outcome, returned: 300n })
    const wallet = await service.ctx.db.transaction((tx) => readWallet(tx, ann, 'CNY'))
    expect(wallet!.balance).toBe(10_000n)
    const kinds = (await service.ctx.db.run(told, id)).map((event) => event.kind)
    expect(kinds.at(-1)).toBe(`${kind}.${outcome}`)
    expect(kinds.includes(`${kind}.delivered`)).toBe(outcome === 'recalled')
  },
)
