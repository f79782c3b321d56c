/**
 * The guard's word on a send, in the send's own transaction: read what it looks at, judge, and say what the sender is
 * shown. Where the service has no policy nothing is judged; the send is still remembered, for it is part of the past.
 */

import { performance } from 'node:perf_hooks'
import type { CompiledPolicy } from '@laisee/core/guard/compile.ts'
import type { GuardFacts, GuardedSend, ScreenFacts } from '@laisee/core/guard/facts.ts'
import { judge, type Judgement } from '@laisee/core/guard/judge.ts'
import { shownFacts, shownHash, type Shown } from '@laisee/core/guard/shown.ts'
import type { Hold } from '@laisee/core/hold.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { membersAt } from '../people/groups.ts'
import { gatherFacts, type OnBehalf, type Payer } from './gather.ts'
import type { SendToJudge } from './guarded-send.ts'

/** What comes with a send for the guard. */
export interface GuardAsk {
  policy: CompiledPolicy
  /** The name the sender typed or pasted for the payee. */
  payeeName: string | null
  screen: ScreenFacts | null
  /** The fingerprint of what the sender confirmed. */
  confirmedHash: string | null
  /** The organisation it is sent for. */
  onBehalfOf?: OnBehalf
  /** Only looked at: the send stops before it writes anything. */
  previews?: boolean
}

/** A send that was judged. */
export interface Judged {
  ask: GuardAsk
  facts: GuardFacts
  judgement: Judgement
  shown: Shown
  shownHash: string
  /** The wait the verdict asks for. */
  hold: Hold | undefined
}

/**
 * Judge a send; undefined where there is no policy to judge by. What takes longer than the policy lets it, from the first
 * fact that is read on, counts as not judged, and the send is asked about.
 */
export async function judgeSend(
  tx: Tx,
  payer: Payer,
  send: SendToJudge,
  { ask, balance }: { ask: GuardAsk | undefined; balance: Amount | null },
): Promise<Judged | undefined> {
  if (!ask) return undefined
  const isLate = lateAfter(ask.policy.policy.judgeMsMax)
  const whole: GuardedSend = { ...send, payeeName: ask.payeeName }
  const inside = send.groupId === null ? [] : await membersAt(tx, send.groupId, send.at)
  const { screen, onBehalfOf = null } = ask
  const facts = await gatherFacts(tx, payer, whole, { balance, inside, screen, onBehalfOf })
  const judgement = judge(ask.policy, facts, isLate)
  const shown = shownFacts(facts, judgement)
  return { ask, facts, judgement, shown, shownHash: shownHash(shown), hold: holdOf(judgement) }
}

/** Counts from now. */
function lateAfter(ms = Infinity): () => boolean {
  const from = performance.now()
  return () => performance.now() - from > ms
}

function holdOf({ verdict }: Judgement): Hold | undefined {
  const { hold, reasons } = verdict
  if (!hold) return undefined
  // Whoever lets it go early sees everything that spoke against it, not only what made it wait.
  const why = reasons.map(({ code }) => code)
  return { forMs: hold.ms, releaseAfterMs: hold.releaseFromMs, reasons: why }
}
