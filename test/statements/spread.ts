/**
 * Statements that may ask every node of a distributed PostgreSQL, each with the reason why that is no harm. None is on
 * a path that a claim or a send waits for. A name that no longer needs its place here fails the test.
 */
export const spreadStatements: Readonly<Record<string, string>> = {
  packet_due_to_deliver: 'A sweep reads due ids without a lock; each packet is then locked by its key.',
  packet_due_to_expire: 'A sweep reads due ids without a lock; each packet is then locked by its key.',
  packet_page_of_payer: 'A page of what a member sent: packets live with their own keys, claims decide, lists may wait.',
}

/** Statements that may read the database's clock: they are what `tx.now()` stands on. */
export const clockStatements: readonly string[] = ['clock_read', 'batch_read_claims']
