/**
 * The second ledger: who has how much, every line of every statement, and what must have been told to whom. Money only
 * moves from one account to another, so that all of them together always hold nothing.
 */

import type { Fields } from '../asks.ts'

/** One line of a wallet's statement. Its number and balance follow from its place. */
export interface Line {
  amount: number
  reason: string
  source: string
  at: number
}

export interface Told {
  kind: string
  at: number
  to: string[]
  data: Fields
}

export class Books {
  clock = 0
  /** Every account by its owner: wallets, escrows, and `outside`, which holds minus all money there is. */
  readonly balances = new Map<string, number>([['outside', 0]])
  /** The lines of every wallet, oldest first. */
  readonly statements = new Map<string, Line[]>()
  /** The events of every source, in order. */
  readonly told = new Map<string, Told[]>()

  /** Open a member's empty wallet. */
  openWallet(owner: string): void {
    this.balances.set(owner, 0)
    this.statements.set(owner, [])
  }

  /** Move money, and write it on the statement of each wallet it touches. */
  move(from: string, to: string, amount: number, reason: string, source: string, at = this.clock): void {
    for (const [owner, change] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      this.balances.set(owner, this.balanceOf(owner) + change)
      this.statements.get(owner)?.push({ amount: change, reason, source, at })
    }
  }

  balanceOf(owner: string): number {
    return this.balances.get(owner) ?? 0
  }

  /** Expect an event of a source, with the facts it must tell, told to these and nobody else. */
  tell(source: string, kind: string, to: readonly string[], data: Fields, at = this.clock): void {
    const events = this.told.get(source) ?? []
    events.push({ kind, at, to: [...new Set(to)].sort(), data })
    this.told.set(source, events)
  }
}
