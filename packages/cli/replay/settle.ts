/**
 * After a day: what the service decided by time is waited for, every send and every wallet is read back, and each is
 * laid beside the books. What the two do not agree on is written down, a sentence each.
 */

import type { Laisee } from '@laisee/client/client.ts'
import { sleep } from '@laisee/client/patience.ts'
import { fromIso } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { Books } from './books.ts'
import type { Cast } from './cast.ts'
import type { Crowd } from './crowd.ts'
import type { Outcome } from './play.ts'
import { recipientOf } from './day.ts'
import type { Stage } from './stage.ts'

/** How a send stands when all is read back. */
export interface Ending {
  outcome: Outcome
  state: string
  /** What is still in escrow, by the service's word. */
  escrow: Amount
}

/** The day's money as the service has it. */
export interface ReadBack {
  endings: Ending[]
  /** The sum of all wallets. */
  wallets: Amount
}

export interface SettleAsk {
  operator: Laisee
  cast: Cast
  books: Books
  stage: Stage
  crowd: Crowd
  /** How long to wait for what the clock decides. */
  patienceMs: number
  /** How long to wait for a sweep that is due. */
  sweepPatienceMs: number
}

const lookEveryMs = 250
const alive = ['undo', 'open', 'paused', 'waiting']

/** Wait for what is due, read everything back, and compare. */
export async function settle(outcomes: readonly Outcome[], ask: SettleAsk): Promise<ReadBack> {
  const sent = outcomes.filter((outcome) => outcome.id !== undefined)
  await waitForTheClock(sent, ask)
  const endings = await ask.crowd.each(sent, (outcome) => readBack(outcome, ask))
  const balances = await readWallets(ask)
  return { endings, wallets: balances.reduce((sum, balance) => sum + balance, 0n) }
}

/** The last moment at which the service decides one of these by itself, if it comes within the patience. */
async function waitForTheClock(
  sent: readonly Outcome[],
  { operator, stage, books, patienceMs }: SettleAsk,
): Promise<void> {
  const { now } = await operator.readClock()
  const undecided = sent.filter(({ send }) => books.escrow(send.id) > 0n)
  const moments = undecided.map(({ decidedBy }) => fromIso(decidedBy!)!)
  const reachable = moments.filter((moment) => stage.skips || moment - fromIso(now)! <= patienceMs)
  if (reachable.length > 0) await stage.waitUntil(Math.max(...reachable) + lookEveryMs)
}

async function readBack(outcome: Outcome, ask: SettleAsk): Promise<Ending> {
  const { send, id } = outcome
  const { laisee } = ask.cast.people.get(send.from)!
  const { books } = ask
  if (send.kind === 'transfer') {
    const { state } = await laisee.readTransfer({ path: { id: id! } })
    if (state === 'arrived') books.arrived(send.id, recipientOf(send.to)!)
    if (state === 'returned') books.returned(send.id, send.total)
    expectEmpty(outcome, state, books)
    return { outcome, state, escrow: alive.includes(state) ? send.total : 0n }
  }
  const { state, claimedAmount, returnedAmount } = await settledPacket(laisee, id!, ask.sweepPatienceMs)
  const claimed = books.claimedOf(send.id)
  if (BigInt(claimedAmount ?? 0) !== claimed) {
    books.disagree(
      `${send.id} (${id}): ${claimedAmount} fen are claimed by the service, ${claimed} by the answers`,
    )
  }
  if (state === 'expired') books.returned(send.id, send.total - claimed - books.account(send.id).returned)
  if (!alive.includes(state) && BigInt(returnedAmount ?? 0) !== books.account(send.id).returned) {
    books.disagree(
      `${send.id} (${id}): ${returnedAmount} fen went back by the service, ${books.account(send.id).returned} by the answers`,
    )
  }
  expectEmpty(outcome, state, books)
  const escrow = send.total - BigInt(claimedAmount ?? 0) - BigInt(returnedAmount ?? 0)
  return { outcome, state, escrow }
}

/** A packet that the clock has closed says so at once; its money follows with the sweep, a moment later. */
async function settledPacket(laisee: Laisee, id: string, sweepPatienceMs: number) {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const packet = await laisee.readPacket({ path: { id } })
    const { state, total, claimedAmount, returnedAmount } = packet
    const isSwept = state !== 'expired' || total === (claimedAmount ?? 0) + (returnedAmount ?? 0)
    if (isSwept || waitedMs >= sweepPatienceMs) return packet
    await sleep(lookEveryMs)
  }
}

function expectEmpty({ send, id }: Outcome, state: string, books: Books): void {
  const left = books.escrow(send.id)
  const isOpen = alive.includes(state)
  if (!isOpen && left !== 0n)
    books.disagree(`${send.id} (${id}) is ${state}, and ${left} fen of it are nowhere`)
}

/** Every wallet as the service has it, compared with the books. */
function readWallets({ operator, cast, books, crowd, sweepPatienceMs }: SettleAsk): Promise<Amount[]> {
  return crowd.each([...cast.people], async ([who, { id }]) => {
    const due = books.wallet(who)
    let { balance } = await operator.getMemberWallet({ path: { id } })
    // A transfer has arrived from its moment on; the sweep that pays it out may be a moment behind.
    for (let waitedMs = 0; BigInt(balance) !== due && waitedMs < sweepPatienceMs; waitedMs += lookEveryMs) {
      await sleep(lookEveryMs)
      balance = (await operator.getMemberWallet({ path: { id } })).balance
    }
    if (BigInt(balance) !== due)
      books.disagree(`the wallet of ${who} (${id}) holds ${balance} fen, and ${due} by the answers`)
    return BigInt(balance)
  })
}
