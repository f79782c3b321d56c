/** The notices of limits, allowances, guardians and reports: what the operator or the other of the two did. */

import type { EventKind } from './events.ts'

export const familyNoticeKinds = [
  'limits_set',
  'age_band_set',
  'family_invited',
  'family_accepted',
  'family_changed',
  'family_spent',
  'family_returned',
  'family_ended',
  'guardian_asked',
  'guardian_accepted',
  'guardian_alerted',
  'guardian_alerted_high',
  'own_guardian_alerted',
  'guardian_ended',
  'report_upheld',
  'report_dismissed',
] as const

export type FamilyNoticeKind = (typeof familyNoticeKinds)[number]

type Data = Record<string, unknown>
type Judge = (data: Data, reader: { memberId: string }) => [FamilyNoticeKind, readonly string[]] | null

/** Said to the other of two, whoever of them did it. */
const byOther =
  (kind: FamilyNoticeKind, doer: (data: Data) => unknown, ...fields: string[]): Judge =>
  (data, { memberId }) =>
    doer(data) === memberId ? null : [kind, fields]

const familyFields = ['giverId', 'holderId'] as const
const guardianFields = ['guardianId', 'protectedId'] as const
const giver = ({ giverId }: Data) => giverId
const holder = ({ holderId }: Data) => holderId

/** An offer is accepted by whom it was made to: the other hears of it. */
const guardianAsked: Judge = (data, { memberId }) =>
  data.askedBy === memberId ? null : ['guardian_asked', [...guardianFields, 'askedBy', 'expiresAt']]

/** How grave it is, is all a guardian is told; and the member themself is told that they were. */
const guardianAlerted: Judge = (data, { memberId }) => {
  const toGuardian = data.risk === 'high' ? 'guardian_alerted_high' : 'guardian_alerted'
  const kind = data.protectedId === memberId ? 'own_guardian_alerted' : toGuardian
  return [kind, [...guardianFields, 'what', 'risk']]
}

const limitsChanged: Judge = (data) => {
  if (data.by !== 'operator') return null
  return data.layer === 'age' ? ['age_band_set', ['band']] : ['limits_set', []]
}

/** What waits for the giver's own word is told as that (approval-notice.ts), and once. */
const familySpent: Judge = (data, reader) =>
  data.waits === true ? null : byOther('family_spent', holder, ...familyFields, 'amount')(data, reader)

/** What each kind of event says to whom; their own doing is no notice to anybody. */
export const familyJudges: Partial<Record<EventKind, Judge>> = {
  'limits.changed': limitsChanged,
  'family.invited': byOther('family_invited', giver, ...familyFields, 'monthMax', 'expiresAt'),
  'family.accepted': byOther('family_accepted', holder, ...familyFields, 'monthMax'),
  'family.changed': byOther('family_changed', giver, ...familyFields, 'monthMax'),
  'family.spent': familySpent,
  'family.returned': byOther('family_returned', holder, ...familyFields, 'amount'),
  'family.ended': byOther('family_ended', ({ endedBy }) => endedBy, ...familyFields, 'endedBy'),
  'guardian.asked': guardianAsked,
  'guardian.accepted': byOther(
    'guardian_accepted',
    ({ acceptedBy }) => acceptedBy,
    ...guardianFields,
    'acceptedBy',
  ),
  'guardian.alerted': guardianAlerted,
  'report.closed': ({ outcome }) => [
    outcome === 'upheld' ? 'report_upheld' : 'report_dismissed',
    ['aboutId'],
  ],
  'guardian.ended': byOther('guardian_ended', ({ endedBy }) => endedBy, ...guardianFields, 'endedBy'),
}
