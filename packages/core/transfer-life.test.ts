import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideEndTransferHold } from './end-hold.ts'
import { heldFrom, type Hold } from './hold.ts'
import type { Instant } from './instant.ts'
import { profileNames, type ProfileName } from './profile.ts'
import { isRefusal } from './refusals.ts'
import { decideSendTransfer, type TransferAsk, type TransferFacts } from './send-transfer.ts'
import * as rules from './transfer.ts'
import * as verbs from './transfer-verbs.ts'
import type { Transfer, TransferState, TransferVerb } from './transfer.ts'

const payer = 'mem_payer'
const payee = 'mem_payee'
const stranger = 'mem_stranger'
const sentAt: Instant = Date.UTC(2026, 10, 22, 8)
const ask: TransferAsk = { payerId: payer, payeeId: payee, amount: 5_200n, delayS: 7_200, profile: 'laisee' }
const facts: TransferFacts = {
  payeeKnown: true,
  blocked: false,
  wallet: { balance: 10_000n, state: 'open' },
  undoS: 10,
  holdMs: 0,
}

// Any life a transfer can have: sent somehow, then verbs tried at moments that never run backwards.

const unsent = {
  id: 'tr_1',
  currency: 'CNY',
  note: '',
  sentAt,
  acceptedAt: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  changedAt: sentAt,
} as const

const anyTransfer = fc
  .record({
    hold: fc.constantFrom<Hold | undefined>(
      undefined,
      { forMs: 60_000, releaseAfterMs: null, reasons: ['own_hold_amount'] },
      { forMs: 7_200_000, releaseAfterMs: 60_000, reasons: ['own_hold_relation'] },
    ),
    profile: fc.constantFrom<ProfileName>(...profileNames),
    delayS: fc.constantFrom(0, 1, 7_200, 86_400),
    undoS: fc.constantFrom(5, 10, 20, 30),
  })
  .map(({ hold, profile, delayS, undoS }): Transfer => {
    const asked = { ...ask, profile, delayS }
    const held = heldFrom(hold, sentAt)
    const times = decideSendTransfer(asked, { ...facts, undoS, holdMs: hold?.forMs ?? 0 }, sentAt)
    if (isRefusal(times)) throw new Error(times.code)
    return { ...unsent, ...asked, ...times, ...held, approveBy: null, state: hold ? 'held' : 'undo' }
  })

interface Step {
  verb: TransferVerb
  actor: string
  afterMs: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom<TransferVerb>('undo', 'end_hold', 'recall', 'accept', 'decline', 'arrive', 'return'),
  actor: fc.constantFrom(payer, payee, stranger),
  afterMs: fc.oneof(
    fc.constantFrom(0, 1, 4_999, 5_000, 10_000, 60_000, 7_200_000, 86_400_000),
    fc.integer({ min: 0, max: 90_000_000 }),
  ),
})

function end(
  transfer: Transfer,
  state: TransferState,
  at: Instant,
  by: string | null,
  reason: string | null = null,
): Transfer {
  return { ...transfer, state, closedAt: at, closedBy: by, closeReason: reason, changedAt: at }
}

/** The transfer after a verb, or the same object where the rules said no. */
function after(transfer: Transfer, { verb, actor }: Step, now: Instant): Transfer {
  if (verb === 'undo')
    return isRefusal(verbs.decideUndoTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'undone', now, actor)
  if (verb === 'end_hold') {
    const ended = decideEndTransferHold(transfer, actor, now)
    return isRefusal(ended) ? transfer : { ...transfer, ...ended, state: 'undo', changedAt: now }
  }
  if (verb === 'recall')
    return isRefusal(verbs.decideRecallTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'recalled', now, actor)
  if (verb === 'decline')
    return isRefusal(verbs.decideDeclineTransfer(transfer, actor, now))
      ? transfer
      : end(transfer, 'declined', now, actor)
  if (verb === 'accept') {
    const accepted = verbs.decideAcceptTransfer(transfer, actor, now)
    return isRefusal(accepted) ? transfer : { ...transfer, ...accepted, changedAt: now }
  }
  const due = verb === 'arrive' ? verbs.decideArrive(transfer, now) : verbs.decideReturn(transfer, now)
  return due === undefined ? transfer : end(transfer, due.state, due.at, due.by, due.reason)
}

test('whatever is tried, a transfer ends once, and what the clock has decided stays decided', () => {
  fc.assert(
    fc.property(anyTransfer, fc.array(anyStep, { maxLength: 25 }), (sent, steps) => {
      let transfer = sent
      let now = sentAt
      for (const step of steps) {
        now += step.afterMs
        const before = rules.transferEndAt(transfer, now)
        transfer = after(transfer, step, now)
        if (before) expect(rules.transferEndAt(transfer, now)).toEqual(before)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a screen offers exactly the verbs that would succeed', () => {
  const decide: Partial<Record<TransferVerb, (transfer: Transfer, actor: string, now: Instant) => unknown>> =
    {
      undo: verbs.decideUndoTransfer,
      end_hold: decideEndTransferHold,
      recall: verbs.decideRecallTransfer,
      accept: verbs.decideAcceptTransfer,
      decline: verbs.decideDeclineTransfer,
    }
  fc.assert(
    fc.property(
      anyTransfer,
      fc.array(anyStep, { maxLength: 8 }),
      fc.constantFrom(payer, payee, stranger),
      (sent, steps, member) => {
        let transfer = sent
        let now = sentAt
        for (const step of steps) {
          now += step.afterMs
          transfer = after(transfer, step, now)
        }
        const succeed = Object.entries(decide).flatMap(([verb, rule]) =>
          isRefusal(rule(transfer, member, now)) ? [] : [verb],
        )
        expect(rules.transferMay(transfer, member, now)).toEqual(succeed)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('no verb succeeds once a transfer is closed', () => {
  for (const [verb, states] of Object.entries(rules.transferCan)) {
    expect(states.length, verb).toBeGreaterThan(0)
    expect(states.every((state) => ['approving', 'held', 'undo', 'waiting'].includes(state))).toBe(true)
  }
})
