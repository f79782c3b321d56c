/** Rules about the one a send is for: names that can be mixed up, the last chat, the typed name. */

import type { Rule } from './rule.ts'
import { wrongChatRules } from './rules-chats.ts'

/** Names and last-chat selection: what most named cases have in common (§12.4), so they are asked first. */
export const peopleRules: readonly Rule[] = [
  {
    id: 'namesake-paid-more-often',
    // Paid once before, and the other one more often: from the last chats, with the sum or the words of the other, or much.
    when: 'same_name && times_paid == 1 && alike_more_usual && alike_paid >= 2 && (chosen_from == "recent" || alike_had_sum >= 1 || alike_had_words >= 1) && !alike_just_paid',
    outcome: 'confirm',
    tells: ['same_name', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '收款人有同名的人，而且另一位才是常付的：请确认',
      en: 'the payee has a namesake who is paid more often: confirm',
    },
  },
  {
    id: 'namesake-first-payment',
    // Two close people of one name, the other of them paid more than once, or once with this sum or these words. No contact
    // under the name of a contact who was paid, or from ¥1,000 on, may be anybody who took it. Where neither was ever paid
    // nothing tells them apart: two in a circle share a name more often than two are mixed up; it is asked from ¥5,000 on.
    when: 'same_name && alike_is_close && first_payee && (alike_paid >= 2 || alike_paid == 1 && (!is_contact && alike_is_contact || alike_had_sum >= 1 && amount >= 20000 || (is_contact || alike_is_contact) && (alike_had_sum >= 1 || alike_had_words >= 1 || amount >= 100000)) || amount >= 500000 || !is_contact && alike_is_contact && chosen_from != "link" && amount >= 100000) && (!alike_just_paid || alike_had_sum >= 2 || !is_contact && alike_is_contact)',
    outcome: 'confirm',
    tells: ['same_name', 'first_payee'],
    says: { zh: '第一次付给同名的两位之一：请确认', en: 'a first payment to one of two namesakes: confirm' },
  },
  {
    id: 'namesake-unusual-sum',
    // Whoever is usually paid may be the wrong one for a sum they never get: 沈阳 2016, ¥7,440.
    when: 'same_name && alike_is_close && times_paid >= 1 && relation != "family" && (amount >= 500000 && amount >= 2 * largest || amount >= 100000 && amount >= 5 * largest && alike_fits || odd_sum && (amount_of_other && alike_had_sum >= 2 || alike_had_sum >= 1 && 4 * amount <= largest && !alike_just_paid))',
    outcome: 'confirm',
    tells: ['same_name', 'amount_of_other', 'above_usual', 'times_usual'],
    says: {
      zh: '收款人有同名的人，金额又比平时大得多：请确认',
      en: 'the payee has a namesake and the amount is far above the usual: confirm',
    },
  },
  {
    id: 'written-or-sounding-alike',
    // What only sounds alike is told apart by who reads it: it takes a sum or words like those of the other, and another
    // who is paid again and again, the more so where the payee is a contact. Who was paid before is the less in doubt.
    when: 'alike_more_usual && (times_paid == 0 && (name_looks_alike && (!is_contact || alike_had_sum >= 1 || alike_had_words >= 1 || alike_is_contact && alike_paid >= 3) || name_sounds_alike && (alike_fits || alike_had_words >= 1 || amount >= 100000) && (!is_contact && alike_paid >= 2 || alike_paid >= 5 || alike_had_sum >= 2 || alike_had_words >= 1)) || times_paid == 1 && (name_looks_alike || name_sounds_alike) && alike_paid >= 3 && (alike_had_sum >= 2 || alike_had_words >= 1)) && (!alike_just_paid || times_paid == 0 && alike_had_sum >= 2)',
    outcome: 'confirm',
    tells: ['name_looks_alike', 'name_sounds_alike', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '名字看着或听着像另一位常付的人：请确认',
      en: 'the name looks or sounds like somebody paid more often: confirm',
    },
  },
  {
    id: 'near-name-first-payment',
    // One character apart is common among kin, so it takes a first payment and the very sum or words of the other; or a
    // stranger whose name is nearly that of a contact who is paid again and again.
    when: 'name_near && first_payee && (alike_had_sum >= 1 || alike_had_words >= 1 && alike_paid >= 2 || !is_contact && alike_is_contact && (alike_paid >= 5 && alike_fits || alike_paid >= 3 && amount >= 100000)) && (!alike_just_paid || alike_had_sum >= 2)',
    outcome: 'confirm',
    tells: ['name_near', 'first_payee'],
    says: {
      zh: '第一次付给他，名字和常付的人只差一个字：请确认',
      en: 'a first payment to a name one character from somebody often paid: confirm',
    },
  },
  {
    id: 'alike-gets-these-words',
    when: '(same_name || name_looks_alike || name_sounds_alike || name_near) && alike_had_words >= 3 && !alike_just_paid',
    outcome: 'confirm',
    tells: ['same_name', 'name_looks_alike', 'name_sounds_alike', 'name_near', 'first_payee'],
    says: {
      zh: '名字相近的那位常收到这句话，这位从没收到过：请确认',
      en: 'words that somebody of a like name gets again and again, and this one never: confirm',
    },
  },
  {
    id: 'last-chat-with-other-sum',
    // ¥20: what a question is worth, as for a zero; small sums, and round ones up to ¥500, are shared by chance.
    when: 'amount_of_other && times_paid < 2 && (odd_sum && amount >= 2000 || chosen_from == "recent" && (amount >= 50000 || sum_with_meaning && amount >= 2000))',
    outcome: 'confirm',
    tells: ['amount_of_other', 'avatar_alike', 'chosen_from_recent', 'first_payee'],
    says: {
      zh: '从最近聊天点选，金额却是常付给另一个人的：请确认',
      en: 'chosen from the last chats, with a sum that somebody else usually gets: confirm',
    },
  },
  {
    id: 'last-chat-large-sum',
    // ¥5,000 and twice what anybody ever got, or ¥2,000 and five times: nine in ten payments are below ¥500 (PCAC 2022;
    // §10.1). 华商报 2017: ¥5,300 to the wrong friend. What a stranger is paid for is what the stranger says.
    when: 'chosen_from == "recent" && (first_payee || long_ago || times_usual || amount >= 10 * largest) && !(words_explain && (is_contact || times_paid >= 3)) && (amount >= 500000 && times_largest >= 2 || amount >= 200000 && times_largest >= 5) && history_count >= 5',
    outcome: 'confirm',
    tells: ['avatar_alike', 'chosen_from_recent', 'first_payee', 'long_ago', 'times_usual', 'above_usual'],
    says: {
      zh: '从最近聊天点选很少付钱的人，金额又大：请确认',
      en: 'a large sum to somebody hardly ever paid, chosen from the last chats: confirm',
    },
  },
  ...wrongChatRules,
  {
    id: 'typed-name-is-another',
    when: 'payee_no_match',
    outcome: 'confirm',
    tells: ['payee_no_match', 'same_name', 'name_looks_alike'],
    says: { zh: '填写的姓名和收款人对不上：请确认', en: 'the typed name is not the payee’s: confirm' },
  },
  {
    id: 'typed-name-close-first-payment',
    when: 'payee_close_match && first_payee && amount >= 50000',
    outcome: 'confirm',
    tells: ['payee_close_match', 'first_payee'],
    says: {
      zh: '第一次付款，填写的姓名只是接近：请确认',
      en: 'a first payment where the typed name is only close: confirm',
    },
  },
]
