/**
 * What rules may speak of: a flat list of named facts, each with its type, its bounds where it has any, and what it
 * means. The editor of policies lists them, the check of a rule knows no others, and every one has a value at every
 * send.
 */

import { dayMs, secondMs } from '../instant.ts'
import type { Amount } from '../money.ts'
import type { SendRecord } from './facts.ts'
import { usualGroupSize } from './group-signals.ts'
import { meaningOf } from './meaning.ts'
import { hesitationsOf } from './moment-signals.ts'
import { roundMs, timesOf, usualOf, type Usual } from './past.ts'
import { answerOf, checkPayee } from './payee-check.ts'
import { areGeneral, isByChance, wordsKey } from './purpose.ts'
import { saysRefund } from './return-signals.ts'
import type { Seen } from './seen.ts'
import { said } from './said-facts.ts'
import type { Signal } from './signal.ts'

export type FactType = 'int' | 'bool' | 'string'

export interface RuleFact {
  type: FactType
  /** Whole numbers only. */
  min?: bigint
  max?: bigint
  /** Texts only: every one it can be. */
  oneOf?: readonly string[]
  says: string
}

const int = (says: string, min = 0n, max?: bigint): RuleFact =>
  max === undefined ? { type: 'int', min, says } : { type: 'int', min, max, says }
const bool = (says: string): RuleFact => ({ type: 'bool', says })
const text = (says: string, ...oneOf: string[]): RuleFact => ({ type: 'string', oneOf, says })

/** Facts that are not a signal of the same name. */
const measured = {
  amount: int('fen in all', 0n),
  odd_sum: bool(
    'three digits or more before the zeros at its end, which say nothing: nobody hits on such a sum by chance',
  ),
  share: int('fen for each share on average', 0n),
  count: int('shares', 0n),
  kind: text('kind of send', 'direct', 'equal', 'lucky', 'exclusive', 'transfer'),
  to: text('whom it names', 'member', 'members', 'group', 'link'),
  recipients: int('people it names; in a group, everyone in it', 0n),
  hour: int('hour of the sender’s day', 0n, 23n),
  times_paid: int('earlier sends to the same recipients that were not taken back', 0n),
  days_since_paid: int('days since the last of them; -1 where there is none', -1n),
  history_count: int('sends the guard knows of this sender', 0n),
  sent_today: int(
    'fen sent since the sender’s day began, this send with it, what was taken back left out; for an organisation what was sent on its behalf, in its day',
    0n,
  ),
  sent_today_to_payee: int('as much of that as went to the same recipients, this send with it', 0n),
  usual: int(
    'the middle one of what these recipients get, or of what anyone gets where they never got anything',
    0n,
  ),
  largest: int('the largest of the same', 0n),
  times_usual_is: int('how many times the usual goes into this amount', 0n),
  times_largest: int('how many times the largest sum sent to anyone goes into this amount', 0n),
  is_contact: bool('the payee is among the sender’s contacts'),
  relation: text(
    'the payee to the sender',
    '',
    'family',
    'friend',
    'colleague',
    'customer',
    'important_customer',
    'other',
  ),
  alike_is_close: bool('whoever looks alike is a contact, or was sent something by the sender'),
  alike_is_contact: bool('whoever looks alike is a contact'),
  alike_paid: int('earlier sends to whoever looks alike', 0n),
  alike_more_usual: bool('whoever looks alike was paid more often than the payee'),
  alike_fits: bool(
    'the amount is like what whoever looks alike gets: a quarter of the least to twice the most',
  ),
  alike_had_sum: int('how often whoever looks alike got this very amount', 0n),
  alike_had_words: int('how often whoever looks alike got these words, where the payee never did', 0n),
  alike_just_paid: bool('whoever looks alike got this very amount within two hours'),
  says_refund: bool('the words speak of a refund, not of a loan that is paid back'),
  words_explain: bool('the words say why the amount is larger than the usual'),
  received_from_payee: bool('the payee sent the sender something within a week'),
  chosen_from: text(
    'where the payee was chosen',
    '',
    'chat',
    'recent',
    'contacts',
    'search',
    'group',
    'link',
  ),
  payee_check: text('the name that was typed against the payee’s', '', 'MTCH', 'CMTC', 'NMTC', 'NOAP'),
  duplicate_s: int('seconds since the same was sent; -1 where it was not', -1n),
  group_members: int('people in the group', 0n),
  group_times_usual: int('how many times the largest group of earlier sends goes into this one', 0n),
  new_members: int('people who came to the group since the last send there', 0n),
  hesitations: int('ways in which the hand hesitated', 0n, 4n),
  balance_share: int('hundredths of the wallet', 0n),
  reports: int('members who reported the payee', 0n),
} satisfies Record<string, RuleFact>

export const ruleFacts: Readonly<Record<string, RuleFact>> = { ...measured, ...said }

export type RuleFactValues = Record<string, bigint | boolean | string>

type Measured = { [K in keyof typeof measured]: bigint | boolean | string }

/** Every fact's value at this send. */
export function factValues(seen: Seen, signals: readonly Signal[]): RuleFactValues {
  const codes: ReadonlySet<string> = new Set(signals.map(({ code }) => code))
  const values: RuleFactValues = { ...measureSend(seen), ...measurePeople(seen) } satisfies Measured
  for (const code of Object.keys(said)) values[code] = codes.has(code)
  return values
}

function measureSend({ facts, past, usual, usualOfAll, twin }: Seen) {
  const { send, balance, screen, today } = facts
  const { amount, count } = send
  const last = past.same[0]
  return {
    amount,
    odd_sum: !isByChance(amount) && meaningOf(amount, count) === undefined,
    share: amount / BigInt(Math.max(1, count)),
    count: BigInt(count),
    kind: send.kind,
    to: send.toKind,
    hour: BigInt(facts.localHour),
    times_paid: BigInt(past.same.length),
    days_since_paid: last ? BigInt(Math.floor((send.at - last.at) / dayMs)) : -1n,
    history_count: BigInt(past.kept.length),
    sent_today: today.all + amount,
    sent_today_to_payee: today.toPayee + amount,
    usual: usual.median,
    largest: usual.largest,
    times_usual_is: BigInt(timesOf(amount, usual.median)),
    times_largest: BigInt(timesOf(amount, usualOfAll.largest)),
    duplicate_s: twin ? BigInt(Math.floor((send.at - twin.at) / secondMs)) : -1n,
    hesitations: BigInt(hesitationsOf(screen).length),
    balance_share: balance !== null && balance > 0n ? (amount * 100n) / balance : 0n,
  }
}

function measurePeople({ facts, past, payee, alikes, group, told }: Seen) {
  const { send, screen, payees, groups, received } = facts
  const named = payees.filter(({ id }) => send.memberIds.includes(id))
  const alike = alikes[0]
  const theirs = alike ? past.to(alike.person.id) : []
  const members = group?.members ?? 0
  const usualSize = usualGroupSize(groups, past)
  return {
    recipients: BigInt(send.toKind === 'group' ? members : send.memberIds.length),
    is_contact: payee?.isContact ?? false,
    relation: payee?.relation ?? '',
    alike_is_close: alike?.isClose ?? false,
    alike_is_contact: alike?.person.isContact ?? false,
    alike_paid: BigInt(alike?.paid ?? 0),
    alike_more_usual: alike?.isMoreUsual ?? false,
    alike_fits: isLike(send.amount, usualOf(theirs)),
    alike_had_sum: BigInt(theirs.filter(({ amount }) => amount === send.amount).length),
    alike_had_words: BigInt(wordsOfTheirs(send.words, past.same, theirs)),
    alike_just_paid: theirs.some(({ amount, at }) => amount === send.amount && send.at - at <= roundMs),
    says_refund: saysRefund(send.words),
    words_explain: told === 'plainly',
    received_from_payee: received.some(({ fromId, at }) => send.memberIds.includes(fromId) && at <= send.at),
    chosen_from: screen?.chosenFrom ?? '',
    payee_check: answerOf(checkPayee(send.payeeName, payee?.name ?? null)) ?? '',
    group_members: BigInt(members),
    group_times_usual: usualSize === 0 ? 0n : BigInt(Math.floor(members / usualSize)),
    new_members: BigInt(group?.newMembers ?? 0),
    reports: BigInt(Math.max(0, ...named.map(({ reports }) => reports))),
  }
}

/** How often they got these words, which the payee never did; 0 where nothing is said, or only what everybody says. */
function wordsOfTheirs(words: string, own: readonly SendRecord[], theirs: readonly SendRecord[]): number {
  const key = wordsKey(words)
  const isSo = (record: SendRecord) => wordsKey(record.words) === key
  return key === '' || areGeneral(key) || own.some(isSo) ? 0 : theirs.filter(isSo).length
}

/** A quarter of the least to twice the most. */
function isLike(amount: Amount, { count, least, largest }: Usual): boolean {
  return count > 0 && amount * 4n >= least && amount <= largest * 2n
}
