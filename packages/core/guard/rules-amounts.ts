/** Rules about the amount, and about the moment: an extra zero, a large first payment, the same again, hesitation. */

import { halfAnHour, tenMinutes, type Rule } from './rule.ts'

/** An extra zero and its kin: second in §12.4. */
export const amountRules: readonly Rule[] = [
  {
    id: 'extra-zero',
    // ¥20: below it a question costs more than the mistake; what is unclaimed can be taken back anyway.
    when: 'extra_zero && amount >= 2000',
    outcome: 'confirm',
    tells: ['extra_zero', 'sum_with_meaning'],
    says: {
      zh: '正好是平时的十倍，像多了一个零：请确认',
      en: 'ten times the usual, like an extra zero: confirm',
    },
  },
  {
    id: 'extra-digit',
    when: 'extra_digit && !sum_with_meaning && amount >= 5000 && amount >= 4 * largest && (to == "member" || times_paid >= 3)',
    outcome: 'confirm',
    tells: ['extra_digit', 'times_usual'],
    says: { zh: '像在平时的金额里多按了一个数字：请确认', en: 'a usual sum with one digit more: confirm' },
  },
  {
    id: 'many-times-usual',
    // Of somebody never paid there is no usual: a first payment is asked about from a sum on, at night, or in haste.
    when: 'times_usual && amount >= 5000 && times_paid >= 3 && amount >= 3 * largest',
    outcome: 'confirm',
    tells: ['times_usual', 'above_usual'],
    says: { zh: '是平时的十倍以上：请确认', en: 'more than ten times the usual: confirm' },
  },
  {
    id: 'far-above-the-largest',
    when: 'amount >= 5000 && (above_theirs || says_refund && !received_from_payee && times_paid >= 5 && amount >= 3 * largest)',
    outcome: 'confirm',
    tells: ['above_theirs'],
    says: {
      zh: '是付给对方最多一次的好几倍：请确认',
      en: 'several times the most they ever got: confirm',
    },
  },
  {
    id: 'large-first-payment',
    // From ¥10,000 on, and ten times what anybody ever got; of whoever paid hardly anybody yet, from ¥5,000 on, a contact
    // from ¥10,000 on. Whoever the payee may be taken for is another rule's question.
    when: 'first_payee && to == "member" && large_amount && (times_largest >= 10 && history_count >= 5 && amount >= 1000000 || (largest == 0 || history_count < 3) && (!is_contact || amount >= 1000000))',
    outcome: 'confirm',
    tells: ['first_payee', 'large_amount', 'above_usual'],
    says: {
      zh: '第一次付给他就超过 ¥5,000，也比以前都大：请确认',
      en: 'a first payment of ¥5,000 or more, above all before: confirm',
    },
  },
  {
    id: 'large-first-payment-at-night',
    // Tired people pay the wrong person (46.4 % of KDIC's cases; §10.2), and swindlers do not let one sleep.
    when: 'first_payee && to == "member" && amount >= 1000000 && night',
    outcome: 'hold',
    tells: ['first_payee', 'large_amount', 'night'],
    says: {
      zh: '深夜第一次付给他，而且超过 ¥10,000：先等半小时，随时可取消',
      en: 'a first payment of ¥10,000 or more at night: wait half an hour, cancel freely',
    },
    hold: halfAnHour,
  },
  {
    id: 'emptying-the-wallet',
    when: 'first_payee && to == "member" && large_amount && (!is_contact || amount >= 1000000) && most_of_balance && (times_largest >= 3 && history_count >= 5 || largest == 0 && amount >= 2000000)',
    outcome: 'hold',
    tells: ['first_payee', 'most_of_balance', 'large_amount'],
    says: {
      zh: '第一次付给他就转走大半余额：先等半小时，随时可取消',
      en: 'a first payment of most of the wallet: wait half an hour, cancel freely',
    },
    hold: halfAnHour,
  },
  {
    id: 'unusual-sum-at-night',
    when: 'night && above_usual && amount >= 50000 && times_largest >= 2',
    outcome: 'confirm',
    tells: ['night', 'above_usual', 'first_payee'],
    says: { zh: '深夜发出比平时大得多的金额：请确认', en: 'far above the usual, late at night: confirm' },
  },
  {
    id: 'unusual-sum-in-haste',
    when: 'haste && above_usual && amount >= 100000 && times_largest >= 2',
    outcome: 'confirm',
    tells: ['haste', 'above_usual', 'first_payee'],
    says: { zh: '手很快，金额又比平时大得多：请确认', en: 'far above the usual, and in haste: confirm' },
  },
]

export const momentRules: readonly Rule[] = [
  {
    id: 'sent-already',
    when: 'duplicate',
    outcome: 'confirm',
    tells: ['duplicate'],
    says: { zh: '不久前已发过同样的一笔：请确认', en: 'the same was sent not long ago: confirm' },
  },
  {
    id: 'hesitation',
    // The hand says what the mouth does not: the send waits by itself and can be let go at once. Hands are unsure of much
    // that is meant: it takes three signs and ¥200, or two and ¥1,000 that are unusual.
    when: 'amount >= 20000 && hesitations >= 3 || amount >= 100000 && hesitations >= 2 && (above_usual || same_name && times_paid < 2)',
    outcome: 'hold',
    tells: ['hesitation', 'first_payee', 'above_usual', 'same_name', 'name_sounds_alike'],
    says: {
      zh: '改来改去、来回好几次：先替你等十分钟，也可以马上放行',
      en: 'changed back and forth: it waits ten minutes, or until you let it go',
    },
    hold: tenMinutes,
  },
]
