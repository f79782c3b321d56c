/** Where a notice leads, and the sign and colour it has: one a state, as everywhere. Pure. */

import type { NoticeKind } from '@laisee/core/notice.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { InboxNotice } from './inbox-data.ts'

export interface NoticeLook {
  icon: IconName
  tone: 'packet' | 'transfer' | 'back' | 'hold' | 'ice' | 'plain'
}

const looks: Partial<Record<NoticeKind, NoticeLook>> = {
  packet_expiring: { icon: 'clock', tone: 'hold' },
  packet_paused: { icon: 'pause', tone: 'plain' },
  packet_recalled: { icon: 'recall', tone: 'back' },
  packet_missed: { icon: 'clock', tone: 'plain' },
  packet_asked_not_to_open: { icon: 'hand', tone: 'hold' },
  own_packet_expiring: { icon: 'clock', tone: 'hold' },
  own_packet_expired: { icon: 'clock', tone: 'back' },
  own_packet_declined: { icon: 'hand', tone: 'back' },
  transfer_expiring: { icon: 'clock', tone: 'hold' },
  transfer_to_accept: { icon: 'hand', tone: 'hold' },
  transfer_recalled: { icon: 'recall', tone: 'back' },
  transfer_missed: { icon: 'clock', tone: 'plain' },
  own_transfer_expiring: { icon: 'clock', tone: 'hold' },
  own_transfer_declined: { icon: 'recall', tone: 'back' },
  own_transfer_returned: { icon: 'recall', tone: 'back' },
  collection_asked: { icon: 'people', tone: 'hold' },
  collection_reminded: { icon: 'clock', tone: 'hold' },
  collection_closed: { icon: 'check', tone: 'plain' },
  own_collection_declined: { icon: 'people', tone: 'plain' },
  limits_set: { icon: 'shield', tone: 'plain' },
  age_band_set: { icon: 'shield', tone: 'plain' },
  family_invited: { icon: 'hand', tone: 'hold' },
  family_accepted: { icon: 'people', tone: 'plain' },
  family_changed: { icon: 'people', tone: 'plain' },
  family_spent: { icon: 'people', tone: 'plain' },
  family_returned: { icon: 'recall', tone: 'back' },
  family_ended: { icon: 'people', tone: 'plain' },
  guardian_asked: { icon: 'hand', tone: 'hold' },
  guardian_accepted: { icon: 'shield', tone: 'plain' },
  guardian_alerted: { icon: 'warn', tone: 'hold' },
  guardian_alerted_high: { icon: 'warn', tone: 'hold' },
  own_guardian_alerted: { icon: 'shield', tone: 'plain' },
  guardian_ended: { icon: 'shield', tone: 'plain' },
  report_upheld: { icon: 'check', tone: 'plain' },
  report_dismissed: { icon: 'check', tone: 'plain' },
  approval_asked: { icon: 'hand', tone: 'hold' },
  approval_reminded: { icon: 'clock', tone: 'hold' },
  approval_passed_on: { icon: 'hand', tone: 'hold' },
  approval_answered: { icon: 'check', tone: 'plain' },
  approval_transferred: { icon: 'hand', tone: 'hold' },
  approval_taken_back: { icon: 'recall', tone: 'plain' },
  approval_delegated: { icon: 'people', tone: 'plain' },
  approval_glass_asked: { icon: 'warn', tone: 'hold' },
  approval_glass_broken: { icon: 'warn', tone: 'hold' },
  own_approval_questioned: { icon: 'hand', tone: 'hold' },
  own_approval_step: { icon: 'check', tone: 'plain' },
  own_approval_granted: { icon: 'checkAll', tone: 'plain' },
  own_approval_rejected: { icon: 'recall', tone: 'back' },
  own_approval_timed_out: { icon: 'clock', tone: 'back' },
  own_approval_forsaken: { icon: 'recall', tone: 'back' },
  own_approval_passed_on: { icon: 'people', tone: 'hold' },
  own_approval_glass_asked: { icon: 'warn', tone: 'hold' },
  own_approval_glass_broken: { icon: 'warn', tone: 'hold' },
  wallet_topped_up: { icon: 'wallet', tone: 'plain' },
  wallet_withdrawn: { icon: 'wallet', tone: 'plain' },
  wallet_frozen: { icon: 'snow', tone: 'ice' },
  wallet_unfrozen: { icon: 'check', tone: 'plain' },
  wallet_amount_frozen: { icon: 'snow', tone: 'ice' },
  wallet_amount_unfrozen: { icon: 'check', tone: 'plain' },
  own_packet_frozen: { icon: 'snow', tone: 'ice' },
  own_packet_unfrozen: { icon: 'check', tone: 'plain' },
  packet_frozen: { icon: 'snow', tone: 'ice' },
  packet_unfrozen: { icon: 'check', tone: 'plain' },
  freeze_appeal_upheld: { icon: 'check', tone: 'plain' },
  freeze_appeal_dismissed: { icon: 'snow', tone: 'ice' },
  dispute_opened: { icon: 'hand', tone: 'hold' },
  dispute_answered: { icon: 'chat', tone: 'plain' },
  dispute_asked: { icon: 'hand', tone: 'hold' },
  dispute_decided: { icon: 'check', tone: 'hold' },
  dispute_appealed: { icon: 'undo', tone: 'plain' },
  dispute_appeal_decided: { icon: 'checkAll', tone: 'plain' },
  dispute_withdrawn: { icon: 'recall', tone: 'back' },
  dispute_closed: { icon: 'checkAll', tone: 'plain' },
  passkey_added: { icon: 'key', tone: 'plain' },
  passkey_removed: { icon: 'key', tone: 'plain' },
  passkeys_reset: { icon: 'key', tone: 'hold' },
  passkey_copied: { icon: 'warn', tone: 'hold' },
  recovery_code_used: { icon: 'key', tone: 'hold' },
  return_asked: { icon: 'hand', tone: 'hold' },
  return_served: { icon: 'hand', tone: 'hold' },
  return_reminded: { icon: 'clock', tone: 'hold' },
  return_withdrawn: { icon: 'undo', tone: 'plain' },
  return_over: { icon: 'clock', tone: 'plain' },
  own_return_received: { icon: 'recall', tone: 'back' },
  own_return_offered: { icon: 'recall', tone: 'back' },
  own_return_declined: { icon: 'hand', tone: 'plain' },
  own_return_unanswered: { icon: 'clock', tone: 'plain' },
  instalments_proposed: { icon: 'split', tone: 'hold' },
  instalments_agreed: { icon: 'check', tone: 'plain' },
  instalments_declined: { icon: 'hand', tone: 'plain' },
  instalments_withdrawn: { icon: 'undo', tone: 'plain' },
  instalment_received: { icon: 'recall', tone: 'back' },
  instalments_received_all: { icon: 'checkAll', tone: 'back' },
  instalment_taken: { icon: 'split', tone: 'plain' },
  instalment_missed: { icon: 'clock', tone: 'hold' },
  own_instalment_missed: { icon: 'clock', tone: 'hold' },
  instalments_released: { icon: 'hand', tone: 'plain' },
}

export function lookOf(kind: NoticeKind): NoticeLook {
  const plain: NoticeLook = kind.includes('packet')
    ? { icon: 'packet', tone: 'packet' }
    : { icon: 'transfer', tone: 'transfer' }
  return looks[kind] ?? plain
}

/**
 * The page that shows what a notice is about: those who approve, and whoever is asked something by them, come to the
 * approval; the sender otherwise to the send itself.
 */
export function whereOf(notice: Pick<InboxNotice, 'sourceId' | 'kind'> & { data?: object }): string {
  const { sourceId, kind, data = {} } = notice
  if (kind.startsWith('approval_') || kind === 'own_approval_questioned')
    return sourceId.startsWith('org_') ? '/approvals' : `/approvals/${sourceId}`
  if (sourceId.startsWith('fam_') || sourceId.startsWith('gdn_')) return '/family'
  if (sourceId.startsWith('col_')) return `/collections/${sourceId}`
  if (kind === 'limits_set' || kind === 'age_band_set') return '/limits'
  if (kind.startsWith('passkey') || kind === 'recovery_code_used') return '/settings/passkeys'
  if (sourceId.startsWith('dsp_')) return `/disputes/${sourceId}`
  if ('freezeId' in data && typeof data.freezeId === 'string') return `/freezes/${data.freezeId}`
  if (sourceId.startsWith('rr_')) return `/returns/${sourceId}`
  if (sourceId.startsWith('ins_')) return `/instalments/${sourceId}`
  if (sourceId.startsWith('pkt_')) return `/packets/${sourceId}`
  return sourceId.startsWith('tr_') ? `/transfers/${sourceId}` : '/wallet'
}
