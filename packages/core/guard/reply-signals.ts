/**
 * A thank-you that goes to somebody else than whom there is something to thank for: one packet was opened a moment ago,
 * and the answer is typed into the chat below it.
 */

import { minuteMs, toIso } from '../instant.ts'
import { shownName } from './look-alike.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal } from './signal.ts'

/** Thanks are sent at once or not by a packet. */
export const replyWithinMs = 15 * minuteMs

const thanks = /谢|感恩|回礼|回你|回一个|还礼|同乐|同喜|收到|thank|thx|back at you/iu

/** Whether words answer something that came. */
export function speaksOfThanks(words: string): boolean {
  return thanks.test(words.normalize('NFKC').slice(0, 400))
}

/** Just one person gave something within minutes, it was not the payee, and the words say thanks. */
export function replySignals({ facts, payee }: Seen): Signal[] {
  const { send, received, people } = facts
  if (!payee || !speaksOfThanks(send.words)) return []
  if (received.some(({ fromId, at }) => fromId === payee.id && at <= send.at)) return []
  const fresh = received.filter(({ at }) => at <= send.at && send.at - at <= replyWithinMs)
  const [first] = fresh.toSorted((a, b) => b.at - a.at)
  if (!first || fresh.some(({ fromId }) => fromId !== first.fromId)) return []
  const giver = people.find(({ id }) => id === first.fromId)
  return [
    signal('reply_to_other', 2, {
      memberId: payee.id,
      name: shownName(payee),
      otherId: first.fromId,
      otherName: giver ? shownName(giver) : null,
      receivedAt: toIso(first.at),
    }),
  ]
}
