/** The form of a transfer, read as the request it would be, or as what is still to mend (core/send-transfer.ts). Pure. */

import type { Ask } from '@laisee/client/client.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import { decideSendTransfer } from '@laisee/core/send-transfer.ts'
import { anotherWallet } from '../send/packet-form.ts'
import { problemOf } from '../send/problem-of.ts'
import { isProblem, purseFields, readPayeeName, type PurseDraft } from '../send/purse-fields.ts'
import { isUnit, readAmount, readWhole, secondsOf, textProblem, type Problem } from '../send/reading.ts'
import { freshWay, readWay, type WayDraft, type WayReading } from './ways.ts'

/** As it is kept on the device: texts as they were typed. */
export interface TransferDraft extends PurseDraft, WayDraft {
  amount: string
  note: string
  /** Seconds, `''` for one's own default, or `own`. */
  delay: string
  delayOwn: string
  delayUnit: string
  /** The name its sender knows the payee by, to be checked. */
  payeeName: string
}

export const freshTransfer: TransferDraft = {
  amount: '',
  note: '',
  delay: '',
  delayOwn: '',
  delayUnit: 'hours',
  payeeName: '',
  ...freshWay,
  paidFrom: '',
  onBehalfOf: '',
}

export interface TransferFacts {
  payeeId: string
  myId: string
  canPay: boolean
  /** One's own, or the organisation's where it is sent for one. */
  wallet: { balance: number; state: 'open' | 'frozen' }
  undoS: number
  /** The sender's own default. */
  delayS: number
  now: number
}

export interface TransferReading {
  amount: Amount | undefined
  /** When it would arrive; undefined where the delay cannot be read. */
  arriveAt: number | undefined
  delayS: number | undefined
  problems: readonly Problem[]
  /** Whether it goes all at once, a little first, or in parts. */
  way: WayReading
  body: Ask<'sendTransfer'>['body'] | undefined
}

const noteLengthMax = 200
/** The delays that are a button each, in seconds. */
export const usualDelays = ['0', '7200', '86400'] as const

/** Which choice is shown as taken: one's own default shows as the button it equals. */
export function delayChoice(draft: Pick<TransferDraft, 'delay'>, usualS: number): string {
  if (draft.delay !== '') return draft.delay
  return usualDelays.find((delay) => Number(delay) === usualS) ?? ''
}

function readDelay(draft: TransferDraft, usualS: number): number | Problem {
  if (draft.delay === '') return usualS
  if (draft.delay !== 'own') return readWhole(draft.delay) ?? usualS
  const own = readWhole(draft.delayOwn)
  if (own === undefined) return { field: 'delay', code: 'delay_not_whole' }
  return secondsOf(own, isUnit(draft.delayUnit) ? draft.delayUnit : 'hours')
}

/** Read the form. */
export function readTransferForm(draft: TransferDraft, facts: TransferFacts): TransferReading {
  const amount = readAmount(draft.amount)
  const way = readWay(draft, typeof amount === 'bigint' ? amount : undefined)
  // A ladder's first part is to be seen at once; a plan's parts have one's own default.
  const delay = way.way === 'once' ? readDelay(draft, facts.delayS) : way.way === 'ladder' ? 0 : facts.delayS
  const note = textProblem('note', draft.note, noteLengthMax)
  const payee = readPayeeName(draft.payeeName)
  const problems: Problem[] = []
  if (typeof amount !== 'bigint') problems.push(amount)
  if (typeof delay !== 'number') problems.push(delay)
  if (note) problems.push(note)
  if (isProblem(payee)) problems.push(payee)
  problems.push(...way.problems)
  const base = {
    way,
    amount: typeof amount === 'bigint' ? amount : undefined,
    delayS: typeof delay === 'number' ? delay : undefined,
    arriveAt: typeof delay === 'number' ? facts.now + (facts.undoS + delay) * 1_000 : undefined,
  }
  if (typeof amount !== 'bigint' || typeof delay !== 'number') return { ...base, problems, body: undefined }
  const wallet = draft.paidFrom === '' ? facts.wallet : anotherWallet
  const decided = decideSendTransfer(
    { payerId: facts.myId, payeeId: facts.payeeId, amount, delayS: delay, profile: 'laisee' },
    {
      payeeKnown: true,
      blocked: !facts.canPay,
      wallet: { balance: BigInt(wallet.balance), state: wallet.state },
      undoS: facts.undoS,
      holdMs: 0,
    },
    facts.now,
  )
  if (isRefusal(decided)) problems.push(problemOf(decided))
  if (problems.length > 0) return { ...base, problems, body: undefined }
  const text = draft.note.trim() === '' ? {} : { note: draft.note }
  const named = isProblem(payee) ? {} : payee
  return {
    ...base,
    problems,
    body: {
      payeeId: facts.payeeId,
      amount: Number(amount),
      delayS: delay,
      ...text,
      ...named,
      ...purseFields(draft),
    },
  }
}
