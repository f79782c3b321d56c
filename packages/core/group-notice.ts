/**
 * A group notice (群公告): the payer of a packet that was a mistake tells its group once. It is bound to that packet: it
 * stands while shares are unclaimed or a return request is open, and goes with them. It names nobody: who took what is
 * asked of each alone.
 */

import type { PacketState } from './packet.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { decideReturnText } from './return-verbs.ts'

export const groupNoticeLengthMax = 300
/** A name of one character is a word as well, and says nothing of whom. */
const nameLengthMin = 2

/** The case that a notice is about, as it stands. */
export interface NoticeCase {
  payerId: string
  groupId: string | null
  test: boolean
  state: PacketState
  /** Whether a return request about it waits for an answer. */
  isAskedBack: boolean
}

/** A notice as its row stands. */
export interface GroupNotice {
  withdrawnAt: number | null
}

const stillOpen: ReadonlySet<PacketState> = new Set(['open', 'paused'])

/** Whether there is anything left to ask a group. */
export function isCaseOpen({ state, isAskedBack }: Pick<NoticeCase, 'state' | 'isAskedBack'>): boolean {
  return stillOpen.has(state) || isAskedBack
}

/** Whether a notice is shown: until its poster withdraws it, or its case is over. */
export function isNoticeShown(
  { withdrawnAt }: GroupNotice,
  noticeCase: Pick<NoticeCase, 'state' | 'isAskedBack'>,
): boolean {
  return withdrawnAt === null && isCaseOpen(noticeCase)
}

/**
 * May this be posted? By the payer, to the packet's own group, while the case is open, once, in words that threaten
 * nobody, invent nothing and name nobody. `names` are those of the group's people, as they are known.
 */
export function decidePostNotice(
  noticeCase: NoticeCase,
  { actorId, text, names }: { actorId: string; text: string; names: readonly string[] },
  posted: GroupNotice | undefined,
): 'post' | Refusal {
  if (actorId !== noticeCase.payerId) return refuse('not_found')
  if (noticeCase.groupId === null || noticeCase.test) return refuse('notice_without_group')
  if (!isCaseOpen(noticeCase)) return refuse('notice_without_case')
  if (posted) return refuse('notice_posted_already')
  const checked = decideReturnText(text, 'text')
  if (isRefusal(checked)) return checked
  return namesIn(text, names) ? refuse('notice_names_somebody', { field: 'text' }) : 'post'
}

/** Whether a text has somebody's name in it, however it is spaced or written wide. */
export function namesIn(text: string, names: readonly string[]): boolean {
  const flat = flatName(text)
  return names.some((name) => {
    const own = flatName(name)
    return [...own].length >= nameLengthMin && flat.includes(own)
  })
}

const flatName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')

/** May it be withdrawn? By its poster, once. */
export function decideWithdrawNotice(
  { withdrawnAt }: GroupNotice,
  { isPoster }: { isPoster: boolean },
): 'withdraw' | Refusal {
  if (!isPoster) return refuse('not_found')
  return withdrawnAt === null ? 'withdraw' : refuse('already_withdrawn')
}
