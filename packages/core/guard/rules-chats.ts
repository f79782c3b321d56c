/**
 * Rules about the wrong chat: what is sent says whom it is for, and the payee is somebody else. Whoever was searched for
 * or picked among the contacts was picked on purpose; a chat, recent or open, is what a hand falls into, and so may be
 * what our screen saw nothing of.
 */

import type { Rule } from './rule.ts'

export const wrongChatRules: readonly Rule[] = [
  {
    id: 'another-named-in-the-words',
    when: 'words_name_other && chosen_from != "search" && chosen_from != "contacts" && chosen_from != "link"',
    outcome: 'confirm',
    tells: ['words_name_other', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '留言里写的是另一个人：请确认',
      en: 'the words name somebody else than the payee: confirm',
    },
  },
  {
    id: 'words-of-another',
    when: 'words_of_other && (amount_of_other || same_name || name_looks_alike || name_sounds_alike || name_near || chosen_from != "search" && chosen_from != "contacts")',
    outcome: 'confirm',
    tells: ['words_of_other', 'amount_of_other', 'size_of_other', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '这句话以前只写给另一个人：请确认',
      en: 'words that only somebody else got before: confirm',
    },
  },
  {
    id: 'turn-of-another',
    when: 'turn_of_other && chosen_from != "search" && chosen_from != "contacts"',
    outcome: 'confirm',
    tells: ['turn_of_other', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '按平时的日子和金额，该付的是另一个人：请确认',
      en: 'by the day and the sum it is somebody else’s turn: confirm',
    },
  },
  {
    id: 'unlike-the-payee-like-another',
    // Four times the most they ever got, and just what somebody else gets.
    when: 'chosen_from == "recent" && (size_of_other || amount_of_other) && times_paid >= 1 && amount >= 4 * largest && amount >= 10000',
    outcome: 'confirm',
    tells: ['amount_of_other', 'size_of_other', 'times_usual', 'chosen_from_recent'],
    says: {
      zh: '对方从没收过这么多，这样的金额常付给另一个人：请确认',
      en: 'far more than the payee ever got, and what somebody else usually gets: confirm',
    },
  },
  {
    id: 'last-chat-with-other-size',
    // No contact, never paid, and a sum of a size that is one other person’s: three facts, each of them common alone.
    when: 'chosen_from == "recent" && size_of_other && first_payee && !is_contact && amount >= 20000',
    outcome: 'confirm',
    tells: ['size_of_other', 'avatar_alike', 'chosen_from_recent', 'first_payee'],
    says: {
      zh: '从最近聊天点选没付过的人，金额像是常付给另一个人的：请确认',
      en: 'a first payment from the last chats, of about what somebody else usually gets: confirm',
    },
  },
  {
    id: 'last-chat-at-once',
    // The payee’s card was on the screen for a moment only: nobody has read it. Of ¥2,000, ten times what
    // one packet elsewhere is capped at (§7), nobody pays somebody new without a look.
    when: 'chosen_from == "recent" && haste && first_payee && amount >= 200000',
    outcome: 'confirm',
    tells: ['haste', 'chosen_from_recent', 'first_payee'],
    says: {
      zh: '从最近聊天点选没付过的人，马上就付：请确认',
      en: 'a first payment from the last chats, the moment they were picked: confirm',
    },
  },
  {
    id: 'thanks-to-another',
    when: 'reply_to_other && times_paid < 2 && chosen_from != "search" && chosen_from != "contacts"',
    outcome: 'confirm',
    tells: ['reply_to_other', 'first_payee', 'chosen_from_recent'],
    says: {
      zh: '刚收到的是另一个人的，谢的却是这一位：请确认',
      en: 'thanks a moment after somebody else gave something: confirm',
    },
  },
]
