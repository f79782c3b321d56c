/**
 * The audit of everything: the ledger's own checks, and what packets, transfers and events promise beside it, all in
 * one snapshot while traffic runs. Nothing is locked and nothing is changed.
 */

import type { Db } from '../db/db.ts'
import { ledgerChecks } from '../ledger/audit.ts'
import { check, runChecks, yuan, type AuditReport, type Check } from '../ledger/check.ts'
import {
  auditAudiences,
  auditClaimers,
  auditClaimPostings,
  auditClaims,
  auditClaimTimes,
  auditClosed,
  auditEscrows,
  auditEventNumbers,
  auditPostingCounts,
  type ClaimPostingFound,
  type ClaimsFound,
  type ClosedFound,
  type CountedFound,
  type EscrowFound,
  type EventsFound,
  type HeardFound,
  type TimeFound,
  type TwiceFound,
} from './audit.sql.ts'

import { approvalChecks } from './approval-checks.ts'
import { disputeChecks } from './dispute-checks.ts'
import { freezeChecks } from './freeze-checks.ts'
import { holdChecks } from './hold-checks.ts'
import { collectionChecks } from './collection-checks.ts'
import { ladderChecks } from './ladder-checks.ts'
import { limitChecks } from './limit-checks.ts'
import { logChecks } from '../log/log-checks.ts'
import { returnChecks } from './return-checks.ts'
import { toldChecks } from './told-checks.ts'
import { verdictChecks } from './verdict-checks.ts'

export type { AuditReport, CheckResult, Difference } from '../ledger/check.ts'

const moneyChecks: readonly Check[] = [
  check(
    'escrows_hold_what_is_open',
    'The escrow of every packet holds its total less what was claimed and returned; of every transfer its amount until it ends. No escrow is without either.',
    auditEscrows,
    ({ owner_id, owners, accounts, stored, due }: EscrowFound) => ({
      about: owner_id,
      says:
        Number(owners) !== 1
          ? `has an escrow of ${yuan(stored)} and is no packet or transfer`
          : Number(accounts) !== 1
            ? `has no escrow, where ${yuan(due)} are open`
            : `has an escrow of ${yuan(stored)}, where ${yuan(due)} are open`,
    }),
  ),
  check(
    'closed_escrows_are_empty',
    'A packet or transfer that has ended holds nothing.',
    auditClosed,
    ({ id, state, balance }: ClosedFound) => ({
      about: id,
      says: `is ${state} and still holds ${yuan(balance)}`,
    }),
  ),
  check(
    'postings_are_counted',
    'Every packet, transfer and funding has as many postings as it has counted, and no posting is without a source.',
    auditPostingCounts,
    ({ source_id, counted, found }: CountedFound) => ({
      about: source_id,
      says: `has counted ${counted} postings; ${found} are there`,
    }),
  ),
]

const claimChecks: readonly Check[] = [
  check(
    'claims_follow_packets',
    'The claims of every packet come to what it has counted, in number and money, and their shares are numbered 1, 2, 3, ….',
    auditClaims,
    ({ packet_id, amount, claimed_amount, count, claimed_count, lowest, highest, numbers }: ClaimsFound) => ({
      about: packet_id,
      says: `has counted ${claimed_count} claims of ${yuan(claimed_amount)}; ${count} of ${yuan(amount)} are there, with ${numbers} numbers from ${lowest} to ${highest}`,
    }),
  ),
  check(
    'nobody_claims_twice',
    'No member has two shares of one packet.',
    auditClaimers,
    ({ packet_id, member_id, claims }: TwiceFound) => ({
      about: packet_id,
      says: `gave ${claims} shares to ${member_id}`,
    }),
  ),
  check(
    'claims_follow_postings',
    'Every claim is one posting from the packet to the claimer, for its amount.',
    auditClaimPostings,
    ({ packet_id, member_id, amount, claims, postings }: ClaimPostingFound) => ({
      about: packet_id,
      says: `has ${claims} claims and ${postings} postings of ${yuan(amount)} to ${member_id}`,
    }),
  ),
  check(
    'claims_are_in_time',
    'No share was claimed before delivery, before its time, or from the second of expiry on.',
    auditClaimTimes,
    ({ packet_id, member_id, at, deliver_at, expire_at }: TimeFound) => ({
      about: packet_id,
      says: `was claimed by ${member_id} at ${at}, outside ${deliver_at} to ${expire_at}`,
    }),
  ),
]

const eventChecks: readonly Check[] = [
  check(
    'events_are_numbered',
    'The events of every source are numbered 1, 2, 3, … without a gap, as many as the source has counted.',
    auditEventNumbers,
    ({ source_id, counted, told, lowest, highest }: EventsFound) => ({
      about: source_id,
      says: `has counted ${counted ?? 'no'} events; ${told} are there, numbered ${lowest} to ${highest}`,
    }),
  ),
  check(
    'audiences_hear_events',
    'Whatever stands in a member’s or a group’s own list is an event told to them, at the same place, and none is missing.',
    auditAudiences,
    ({ source_id, seq, audience_id, told, listed }: HeardFound) => ({
      about: `event ${seq} of ${source_id}`,
      says: `is told to ${audience_id} ${told} times and stands ${listed} times at its place in their list`,
    }),
  ),
]

/** All checks, the ledger's first. */
export const allChecks: readonly Check[] = [
  ...ledgerChecks,
  ...moneyChecks,
  ...claimChecks,
  ...holdChecks,
  ...limitChecks,
  ...freezeChecks,
  ...disputeChecks,
  ...ladderChecks,
  ...collectionChecks,
  ...returnChecks,
  ...approvalChecks,
  ...verdictChecks,
  ...toldChecks,
  ...eventChecks,
  ...logChecks,
]

/** Audit the ledger, packets, transfers and events in one repeatable-read snapshot. */
export function auditEverything(db: Db): Promise<AuditReport> {
  return runChecks(db, allChecks)
}
