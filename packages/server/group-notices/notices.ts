/** Posting, seeing and withdrawing the notice of a packet in its group. */

import {
  decidePostNotice,
  decideWithdrawNotice,
  isNoticeShown,
  type NoticeCase,
} from '@laisee/core/group-notice.ts'
import { toIso } from '@laisee/core/instant.ts'
import { stateAt } from '@laisee/core/packet.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { isReturnOpen } from '@laisee/core/return-request.ts'
import type { Tx } from '../db/db.ts'
import { seeOrRefuse } from '../packets/view.ts'
import { contactsById } from '../people/contacts.ts'
import { isMemberAt, membersAt } from '../people/groups.ts'
import { cardsOf } from '../people/members.ts'
import { tellGroup } from '../people/tell-group.ts'
import { allRequestsOf } from '../returns/read-requests.ts'
import {
  insertNotice,
  lockNotice,
  noticesOfGroup,
  withdrawNoticeRow,
  type NoticeRow,
} from './group-notices.sql.ts'

interface NoticeAsk {
  packetId: string
  memberId: string
}

/** The case of a packet as it stands now. Refuses `not_found` where there is no such packet. */
async function caseOf(tx: Tx, packetId: string): Promise<NoticeCase & { now: number }> {
  const { packet, now } = await seeOrRefuse(tx, packetId, null)
  const requests = await allRequestsOf(tx, packetId)
  const isAskedBack = requests.some((request) => isReturnOpen(request, now))
  const { payerId, groupId, test } = packet
  return { payerId, groupId, test, state: stateAt(packet, now), isAskedBack, now }
}

/**
 * Tell the group of a packet, once, that it was a mistake. Refuses `not_found`, `notice_without_group`,
 * `notice_without_case`, `notice_posted_already`, `return_text_refused`, `notice_names_somebody`.
 */
export async function postNotice(tx: Tx, ask: NoticeAsk & { text: string }): Promise<NoticeRow> {
  const { packetId, memberId, text } = ask
  const noticeCase = await caseOf(tx, packetId)
  const { groupId, now } = noticeCase
  const posted = groupId === null ? undefined : await tx.one(lockNotice, groupId, packetId)
  const names = groupId === null ? [] : await namesKnown(tx, groupId, memberId, now)
  orThrow(decidePostNotice(noticeCase, { actorId: memberId, text, names }, posted))
  const at = await tellGroup(tx, groupId!, {
    kind: 'group.notice_posted',
    data: { packetId, posterId: memberId },
  })
  const notice = await tx.one(insertNotice, groupId!, packetId, memberId, text, toIso(at))
  if (!notice) throw new RefusalError(refuse('notice_posted_already'))
  return notice
}

/** The names of a group's people, as everybody has them and as the poster keeps them. */
async function namesKnown(tx: Tx, groupId: string, posterId: string, now: number): Promise<string[]> {
  const others = (await membersAt(tx, groupId, now)).filter((id) => id !== posterId)
  const contacts = await contactsById(tx, posterId)
  const cards = await cardsOf(tx, others)
  return others.flatMap((id) => [cards.get(id)?.name ?? '', contacts.get(id)?.alias ?? ''])
}

/** Take a notice down. Refuses `not_found`, `already_withdrawn`. */
export async function withdrawNotice(tx: Tx, { packetId, memberId }: NoticeAsk): Promise<NoticeRow> {
  const { groupId } = (await seeOrRefuse(tx, packetId, null)).packet
  const notice = groupId ? await tx.one(lockNotice, groupId, packetId) : undefined
  if (!groupId || !notice) throw new RefusalError(refuse('not_found'))
  orThrow(decideWithdrawNotice(notice, { isPoster: notice.posterId === memberId }))
  const data = { packetId, posterId: memberId }
  const at = await tellGroup(tx, groupId, { kind: 'group.notice_withdrawn', data })
  return (await tx.one(withdrawNoticeRow, groupId, packetId, toIso(at)))!
}

const noticesMax = 20

/** The notices that a group is shown now, newest first; `not_found` for whoever is not in it. */
export async function shownNotices(tx: Tx, groupId: string, memberId: string): Promise<NoticeRow[]> {
  if (!(await isMemberAt(tx, groupId, memberId, await tx.now()))) throw new RefusalError(refuse('not_found'))
  const shown: NoticeRow[] = []
  for (const notice of await tx.run(noticesOfGroup, groupId, noticesMax))
    if (isNoticeShown(notice, await caseOf(tx, notice.packetId))) shown.push(notice)
  return shown
}
