/** The signals that rules may speak of as a yes or no, each under its own name, with what it means. */

import type { SignalCode } from './signal.ts'

export interface SaidFact {
  type: 'bool'
  says: string
}

const sentences = {
  same_name: 'somebody else has the name the sender sees',
  name_looks_alike: 'somebody’s name looks the same',
  name_sounds_alike: 'somebody’s name sounds the same',
  name_near: 'somebody’s name is one character apart',
  avatar_alike: 'somebody’s picture shows the same character',
  payee_no_match: 'the typed name is another',
  payee_close_match: 'the typed name is close',
  amount_of_other: 'this very sum is what somebody else usually gets',
  words_name_other: 'the words name somebody else one is close to; or are for family, to somebody from work',
  words_of_other: 'words that only one other person got before',
  turn_of_other: 'a sum of this size goes to one other person at even distances, and it is their turn',
  size_of_other:
    'sums of about this size go to one other person and hardly to anyone else, where neither the very sum nor the turn is theirs',
  reply_to_other: 'it says thanks a moment after something came from one person, who is not the payee',
  first_payee: 'these people were never paid by the sender',
  long_ago: 'not for half a year',
  extra_zero: 'ten times a usual sum',
  extra_digit: 'a usual sum with one digit more',
  times_usual: 'ten times the middle of what is usual or more, and not an extra zero',
  above_theirs:
    'six times the most these recipients ever got; five times where that is known from five sends, three times from eight',
  above_usual: 'half as much again as the most before, of eight sends or more',
  most_of_balance: 'four fifths of the wallet',
  large_amount: '¥5,000 or more',
  duplicate:
    'the same was sent within ten minutes; half an hour where the sum is no round one, and a day where it is ¥20 or more to the very fen; not where that is the price of what is bought there',
  words_name_other_group:
    'the words speak of another group by a part of its name that this one does not have',
  group_words_of_other: 'a greeting in words that only another group got before',
  group_of_other: 'what is sent was sent to another group before',
  shares_of_other: 'as many shares as another group always gets, and this one never got',
  group_looks_alike: 'another group of theirs has nearly this name',
  group_larger: 'at least twice as many people as in any group before',
  group_first: 'never sent to this group',
  group_new_members: 'somebody is new in the group',
  group_has_blocked: 'somebody in the group is blocked, or has blocked the sender',
  few_shares: 'shares for less than a third of the group',
  payee_frozen: 'a named payee’s wallet is frozen',
  payee_reported: 'a named payee was reported',
  payee_minor: 'a named payee is a minor',
  payee_blocked: 'a named payee is blocked, or has blocked the sender',
  night: 'between midnight and six',
  haste: 'sent within a moment of choosing the payee',
  hesitation: 'the hand hesitated',
  speaks_of_return: 'the words speak of giving money back',
  return_to_other: 'as much came from somebody else lately, and the words speak of giving it back',
  passes_on:
    'without a word it goes to a stranger, and as much came lately from another stranger, or ¥200 or more to the fen from a friend within a day',
  sum_with_meaning: 'the sum says something, as 520 does',
} as const satisfies Partial<Record<SignalCode, string>>

export const said: Readonly<Record<string, SaidFact>> = Object.fromEntries(
  Object.entries(sentences).map(([code, says]) => [code, { type: 'bool', says }]),
)
