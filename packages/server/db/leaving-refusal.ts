/**
 * A refusal that leaves something behind. What a refused verb wrote is undone; a counter of failed attempts or the news
 * of a copied key must stay all the same, and is written after that, in the same transaction as the kept answer.
 */

import { RefusalError, type Refusal } from '@laisee/core/refusals.ts'
import type { Tx } from './db.ts'

export class LeavingRefusalError extends RefusalError {
  /** Writes what stays. It holds no lock of the refused verb any more, and must not refuse. */
  readonly leave: (tx: Tx) => Promise<void>

  constructor(refusal: Refusal, leave: (tx: Tx) => Promise<void>) {
    super(refusal)
    this.leave = leave
  }
}
