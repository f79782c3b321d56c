/**
 * What the guard notices: a code, the facts to say it with, and how strongly it speaks (1 a hint, 2 a reason, 3 a
 * strong one). A signal never decides anything: rules combine signals. Data holds only what stays the same while the
 * sender reads it, for it is part of what they confirm.
 */

/** Every signal, in the order in which reasons are told: what most mis-sends have in common comes first. */
export const signalCodes = [
  // The one it is for is somebody else.
  'payee_frozen',
  'return_to_other',
  'passes_on',
  'same_name',
  'name_looks_alike',
  'name_sounds_alike',
  'name_near',
  'avatar_alike',
  'payee_no_match',
  'payee_close_match',
  'words_name_other',
  'words_of_other',
  'amount_of_other',
  'turn_of_other',
  'size_of_other',
  'reply_to_other',
  'chosen_from_recent',
  'first_payee',
  'long_ago',
  // The amount is another.
  'extra_zero',
  'extra_digit',
  'times_usual',
  'above_theirs',
  'above_usual',
  'most_of_balance',
  'large_amount',
  // It was sent already.
  'duplicate',
  // The group is another.
  'words_name_other_group',
  'group_words_of_other',
  'group_of_other',
  'shares_of_other',
  'group_looks_alike',
  'group_larger',
  'group_first',
  'group_new_members',
  'few_shares',
  'group_has_blocked',
  // Who it is for, as the service knows them.
  'payee_reported',
  'payee_minor',
  'payee_blocked',
  // The moment and the hand.
  'night',
  'haste',
  'hesitation',
  // What it says.
  'speaks_of_return',
  'sum_with_meaning',
] as const
export type SignalCode = (typeof signalCodes)[number]

export type SignalData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
export type Strength = 1 | 2 | 3

export interface Signal {
  code: SignalCode
  strength: Strength
  data: SignalData
}

export function signal(code: SignalCode, strength: Strength, data: SignalData = {}): Signal {
  return { code, strength, data }
}
