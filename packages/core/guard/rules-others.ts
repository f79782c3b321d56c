/** Rules about groups, about whom the service knows something of, and what is told without a question. */

import { halfAnHour, twoHours, type Rule } from './rule.ts'

export const groupRules: readonly Rule[] = [
  {
    id: 'group-ten-times-larger',
    when: 'group_first && group_times_usual >= 10 && few_shares',
    outcome: 'confirm',
    tells: ['group_words_of_other', 'group_of_other', 'group_larger', 'few_shares'],
    says: { zh: '这个群的人数是平时的十倍以上：请确认', en: 'ten times as many people as usual: confirm' },
  },
  {
    id: 'meant-for-another-group',
    when: '(group_of_other || group_words_of_other) && (few_shares || group_first)',
    outcome: 'confirm',
    tells: ['group_words_of_other', 'group_of_other', 'group_larger', 'few_shares'],
    says: {
      zh: '这样的红包以前都发在另一个群：请确认',
      en: 'packets like this went to another group before: confirm',
    },
  },
  {
    id: 'another-group-in-the-words',
    when: 'words_name_other_group',
    outcome: 'confirm',
    tells: ['words_name_other_group', 'group_of_other', 'group_larger', 'group_first'],
    says: {
      zh: '留言里说的是另一个群：请确认',
      en: 'the words speak of another group: confirm',
    },
  },
  {
    id: 'shares-of-another-group',
    when: 'shares_of_other',
    outcome: 'confirm',
    tells: ['shares_of_other', 'group_of_other', 'group_larger', 'group_first'],
    says: {
      zh: '份数和另一个群平时的一样：请确认',
      en: 'as many shares as another group always gets: confirm',
    },
  },
  {
    id: 'group-of-like-name',
    when: 'group_looks_alike',
    outcome: 'confirm',
    tells: ['group_looks_alike', 'group_larger'],
    says: {
      zh: '群名和另一个常发的群几乎一样：请确认',
      en: 'another group of theirs has nearly this name: confirm',
    },
  },
  {
    id: 'group-of-new-people',
    when: 'to == "group" && amount >= 20000 && group_members >= 4 && new_members * 2 >= group_members',
    outcome: 'confirm',
    tells: ['group_new_members'],
    says: { zh: '群里一半以上是新来的人：请确认', en: 'half of the group is new: confirm' },
  },
  {
    id: 'blocked-in-a-new-group',
    // Asked once: whoever has sent there knows who can claim.
    when: 'group_has_blocked && group_first',
    outcome: 'confirm',
    tells: ['group_has_blocked', 'group_first'],
    says: {
      zh: '第一次在这个群发，群里有互相拉黑的人，他们也能领：请确认',
      en: 'a first packet in a group with somebody blocked, who can claim as well: confirm',
    },
  },
]

export const standingRules: readonly Rule[] = [
  {
    id: 'frozen-payee',
    // A frozen wallet takes money in and lets none out: it would sit there until somebody else decides.
    when: 'payee_frozen && to == "member"',
    outcome: 'refuse',
    tells: ['payee_frozen'],
    says: { zh: '对方的钱包已冻结：不能付', en: 'the payee’s wallet is frozen: refused' },
  },
  {
    id: 'frozen-among-payees',
    when: 'payee_frozen && to != "member"',
    outcome: 'confirm',
    tells: ['payee_frozen'],
    says: { zh: '收款人里有钱包已冻结的：请确认', en: 'one of the payees’ wallets is frozen: confirm' },
  },
  {
    id: 'blocked-payee',
    // The send itself says so first; whoever judges by these rules alone is told the same.
    when: 'payee_blocked',
    outcome: 'refuse',
    tells: ['payee_blocked'],
    says: { zh: '和收款人之间有一方拉黑了对方：不能付', en: 'a block between sender and payee: refused' },
  },
  {
    id: 'reported-stranger',
    when: 'payee_reported && (first_payee || reports >= 3)',
    outcome: 'hold',
    tells: ['payee_reported', 'first_payee'],
    says: {
      zh: '对方被举报过：先等半小时，随时可取消',
      en: 'the payee was reported: wait half an hour, cancel freely',
    },
    hold: halfAnHour,
  },
  {
    id: 'minor-outside-the-family',
    // The sum is ours: no published figure says what is much to give a child of others.
    when: 'payee_minor && relation != "family" && amount >= 100000',
    outcome: 'confirm',
    tells: ['payee_minor', 'large_amount'],
    says: { zh: '对方未成年，金额又大：请确认', en: 'a large sum to a minor outside the family: confirm' },
  },
  {
    id: 'return-to-another',
    // Fraud S4: money is never returned to somebody else than it came from.
    when: 'return_to_other',
    outcome: 'hold',
    tells: ['return_to_other', 'speaks_of_return'],
    says: {
      zh: '说是退款，却不是退给付款的人：先等两小时，随时可取消',
      en: 'a return that goes to somebody else than it came from: wait two hours, cancel freely',
    },
    hold: twoHours,
  },
  {
    id: 'return-of-nothing',
    // Nothing came from them and nothing ever went to them: what is there to return? A loan may have been of another sort.
    when: '(says_refund && amount >= 20000 || speaks_of_return && !is_contact && amount >= 2000) && to == "member" && first_payee && !received_from_payee',
    outcome: 'confirm',
    tells: ['speaks_of_return', 'first_payee'],
    says: {
      zh: '说是退款，可对方最近没有付过钱：请确认',
      en: 'a return to somebody who has paid nothing lately: confirm',
    },
  },
  {
    id: 'passed-on',
    // A wait shows nobody whose money it is, so they are asked as well. ¥20: what a question is worth, as for a zero.
    when: 'return_to_other || passes_on && to == "member" && amount >= 10000',
    outcome: 'confirm',
    tells: ['return_to_other', 'passes_on', 'first_payee'],
    says: {
      zh: '刚收到的钱要付给另一个没付过的人：请确认是不是“退款”',
      en: 'money that came from one person goes on to another, never paid before: is it a “return”? confirm',
    },
  },
]

/** What is worth knowing and asks nothing: told beside a question that others ask, and before it is sent. */
export const noteRules: readonly Rule[] = [
  {
    id: 'sum-with-meaning',
    // Row 59 of the reference page: such a sum is rarely a slip, and hard to call one afterwards.
    when: 'sum_with_meaning',
    outcome: 'allow',
    tells: ['sum_with_meaning'],
    says: { zh: '有特别意思的数：提醒一句', en: 'a sum that says something: a word beside it' },
  },
  {
    id: 'blocked-in-the-group',
    when: 'group_has_blocked',
    outcome: 'allow',
    tells: ['group_has_blocked'],
    says: { zh: '群里有互相拉黑的人：提醒一句', en: 'somebody blocked is in the group: a word beside it' },
  },
  {
    id: 'speaks-of-return',
    when: 'speaks_of_return',
    outcome: 'allow',
    tells: ['speaks_of_return'],
    says: { zh: '说到退款：提醒原路退回', en: 'it speaks of a return: a word on its own way back' },
  },
]
