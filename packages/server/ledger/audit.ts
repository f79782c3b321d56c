/**
 * The audit of the ledger alone: accounts, postings and statements, in one snapshot while traffic runs. What packets,
 * transfers and events promise beside it is in audit/audit.ts; the ledger has never heard of them.
 */

import type { Db } from '../db/db.ts'
import {
  auditBalances,
  auditCurrencies,
  auditEntryBalances,
  auditEntryEnds,
  auditEntryNumbers,
  auditEntryPostings,
  auditFundings,
  auditPostingNumbers,
  type BalanceFound,
  type CurrencyFound,
  type EndFound,
  type EntryPostingFound,
  type FundingFound,
  type LineFound,
  type NumberedFound,
  type SourceFound,
} from './audit.sql.ts'
import { check, runChecks, yuan, type AuditReport, type Check } from './check.ts'

/** What the ledger promises, in the order a person would ask. */
export const ledgerChecks: readonly Check[] = [
  check(
    'balances_follow_postings',
    'Every stored balance is the sum of its postings, and every posting has its two accounts.',
    auditBalances,
    ({ owner_id, kind, currency, accounts, stored, posted }: BalanceFound) => ({
      about: `${kind} of ${owner_id}`,
      says:
        Number(accounts) === 1
          ? `holds ${yuan(stored)} ${currency}, its postings come to ${yuan(posted)}`
          : `has postings of ${yuan(posted)} ${currency} and no account`,
    }),
  ),
  check(
    'money_is_whole',
    'All balances of a currency, settlement included, sum to zero: no fen was lost or made.',
    auditCurrencies,
    ({ currency, total }: CurrencyFound) => ({
      about: currency,
      says: `all balances together come to ${yuan(total)}, not to zero`,
    }),
  ),
  check(
    'statements_are_numbered',
    'The entries of every wallet are numbered 1, 2, 3, … without a gap, as many as the wallet has counted.',
    auditEntryNumbers,
    ({ owner_id, counted, entries, lowest, highest }: NumberedFound) => ({
      about: `wallet of ${owner_id}`,
      says: `has counted ${counted} entries; ${entries} are there, numbered ${lowest} to ${highest}`,
    }),
  ),
  check(
    'statements_add_up',
    'On every statement, each balance is the one before it plus the amount.',
    auditEntryBalances,
    ({ owner_id, entry_no, before, amount, balance }: LineFound) => ({
      about: `entry ${entry_no} of the wallet of ${owner_id}`,
      says: `says ${yuan(balance)}; ${yuan(before)} and ${yuan(amount)} come to ${yuan(String(BigInt(before) + BigInt(amount)))}`,
    }),
  ),
  check(
    'statements_end_at_balance',
    'The last balance on every statement is the balance of the wallet.',
    auditEntryEnds,
    ({ owner_id, stored, ended }: EndFound) => ({
      about: `wallet of ${owner_id}`,
      says: `holds ${yuan(stored)}; its statement ends at ${yuan(ended)}`,
    }),
  ),
  check(
    'statements_follow_postings',
    'Every posting to or from a wallet is one entry of its statement, of the same amount, reason and moment, and no entry is without a posting.',
    auditEntryPostings,
    ({ owner_id, source_id, posting_no, postings, entries, posted, entered }: EntryPostingFound) => ({
      about: `posting ${posting_no} of ${source_id}, wallet of ${owner_id}`,
      says: `${postings} postings for ${yuan(posted)}, ${entries} entries for ${yuan(entered)}`,
    }),
  ),
  check(
    'postings_are_numbered',
    'The postings of every packet, transfer and funding are numbered 1, 2, 3, … without a gap.',
    auditPostingNumbers,
    ({ source_id, postings, lowest, highest }: SourceFound) => ({
      about: source_id,
      says: `has ${postings} postings, numbered ${lowest} to ${highest}`,
    }),
  ),
  check(
    'settlement_follows_fundings',
    'Money enters and leaves only by a top-up or withdrawal: each has its one posting, and settlement has no other.',
    auditFundings,
    ({ source_id, owner_id, reason, amount, fundings, postings }: FundingFound) => ({
      about: `${source_id}, ${owner_id}`,
      says: `${fundings} fundings and ${postings} postings of ${yuan(amount)} as ${reason}`,
    }),
  ),
]

/** Audit the ledger: every check in one repeatable-read snapshot. */
export function auditLedger(db: Db): Promise<AuditReport> {
  return runChecks(db, ledgerChecks)
}
