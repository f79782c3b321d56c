/**
 * What rows say of themselves is what was told when it happened. The events are leaves of the log, so a row that was
 * changed afterwards differs from what nobody can change unseen; a text is compared by its hash.
 */

import { check, type Check } from '../ledger/check.ts'
import { auditFreezesTold, auditRowsTold, type ToldFound } from './told-checks.sql.ts'

const say = ({ about, field, stored, told }: ToldFound) => ({
  about,
  says: `says ${stored ?? 'nothing'} as its ${field}, and ${told ?? 'nothing'} was told`,
})

export const toldChecks: readonly Check[] = [
  check(
    'rows_say_what_was_told',
    'Return requests, disputes, their facts and evidence packs say of themselves what their events told.',
    auditRowsTold,
    say,
  ),
  check(
    'freezes_and_documents_are_as_told',
    'Freezes and documents of disputes are as they were told when they were made.',
    auditFreezesTold,
    say,
  ),
]
