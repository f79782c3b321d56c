/** What the desk reads of a member's limits and family, and how it sets them. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type MemberLimits = Answer<'getMemberLimits'>
export type Limit = MemberLimits['limits'][number]
export type LimitKind = Limit['kind']
export type MemberFamily = Answer<'readMemberFamily'>
export type Allowance = MemberFamily['given'][number]
export type GuardianLink = MemberFamily['guarding'][number]

const soonMs = 15_000

export const memberLimitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'member-limits', id],
    queryFn: ({ signal }) => service().getMemberLimits({ path: { id }, signal }),
    refetchInterval: soonMs,
  })

/** Whom they are, and their family. */
export const memberFamilyQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'member-family', id],
    queryFn: ({ signal }) => service().readMemberFamily({ path: { id }, signal }),
    refetchInterval: soonMs,
  })

export const useSettingLimits = (id: string) =>
  useWrite(`limits ${id}`, (body: Ask<'setMemberLimits'>['body'], idempotencyKey) =>
    service().setMemberLimits({ path: { id }, body, idempotencyKey }),
  )

export const useSettingBand = (id: string) =>
  useWrite(`age band ${id}`, (body: Ask<'setAgeBand'>['body'], idempotencyKey) =>
    service().setAgeBand({ path: { id }, body, idempotencyKey }),
  )
