/** What the database holds of disputes, freezes, collections and the notices of groups: a part of the one look. */

export interface SeenDispute {
  id: string
  state: string
  agent: string | null
  dueAt: number | null
  facts: {
    kind: string
    at: number
    by: string
    outcome: string | null
    amount: number | null
    effect: string | null
    effectId: string | null
  }[]
}

export interface SeenFreeze {
  id: string
  amount: number | null
  basis: string
  about: string | null
  until: number
  paidOut: number
  ended: boolean
  answered: boolean[]
}

export interface SeenCollection {
  id: string
  closedAt: number | null
  shares: {
    member: string
    amount: number
    declinedAt: number | null
    reminders: number
    transfer: string | null
  }[]
}

export interface SeenNotice {
  packet: string
  text: string
  postedAt: number
  withdrawnAt: number | null
}

export interface SeenCases {
  disputes: SeenDispute[]
  freezes: SeenFreeze[]
  collections: SeenCollection[]
  notices: SeenNotice[]
}

/** Fields of the one statement that looks at everything. Those who act with an operator's key are all one. */
export const casesSeen = `
    'disputes', (select coalesce(json_agg(json_build_object(
      'id', id, 'state', state, 'agent', agent_id, 'dueAt', ms(due_at), 'facts', (
        select json_agg(json_build_object(
          'kind', kind, 'at', ms(at), 'by', case when by like 'key%' then 'operator' else by end, 'outcome', outcome,
          'amount', amount, 'effect', effect, 'effectId', effect_id) order by no)
        from dispute_fact where dispute_fact.source_id = dispute.source_id and dispute_id = dispute.id))), '[]') from dispute),
    'freezes', (select coalesce(json_agg(json_build_object(
      'id', id, 'amount', amount, 'basis', basis, 'about', about_id, 'until', ms(until), 'paidOut', paid_out, 'ended', released_at is not null, 'answered', (
        select coalesce(json_agg(answered_at is not null order by appeal_no), '[]')
        from freeze_appeal where freeze_appeal.subject_id = money_freeze.subject_id and freeze_id = money_freeze.id))), '[]')
      from money_freeze where kind <> 'wallet'),
    'collections', (select coalesce(json_agg(json_build_object(
      'id', id, 'closedAt', ms(closed_at), 'shares', (
        select json_agg(json_build_object(
          'member', member_id, 'amount', amount, 'declinedAt', ms(declined_at), 'reminders', reminder_count,
          'transfer', transfer_id) order by member_id)
        from collection_share where collection_id = collection.id))), '[]') from collection),
    'notices', (select coalesce(json_agg(json_build_object(
      'packet', packet_id, 'text', text, 'postedAt', ms(posted_at), 'withdrawnAt', ms(withdrawn_at))), '[]') from group_notice)`
