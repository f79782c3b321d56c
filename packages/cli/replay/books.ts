/**
 * The player's own bookkeeping, from what it was answered and nothing else: what every wallet should hold, and what is
 * still in escrow. At the end it is laid beside what the service says; every fen must be in both.
 */

import type { Amount } from '@laisee/core/money.ts'

/** One send as the books have it. */
export interface Account {
  from: string
  total: Amount
  /** What each person was answered to have claimed. */
  claims: Map<string, Amount>
  /** What went back to the sender. */
  returned: Amount
  /** What arrived, of a transfer. */
  arrived: Amount
}

export class Books {
  readonly #wallets = new Map<string, Amount>()
  readonly #sends = new Map<string, Account>()
  readonly #disagreements: string[] = []
  #topUps = 0n

  begin(person: string, wallet: Amount): void {
    this.#wallets.set(person, wallet)
    this.#topUps += wallet
  }

  sent(id: string, from: string, total: Amount): void {
    this.#move(from, -total)
    this.#sends.set(id, { from, total, claims: new Map(), returned: 0n, arrived: 0n })
  }

  /** A share; the same person asking again must be given the same one. */
  claimed(id: string, by: string, amount: Amount): void {
    const { claims } = this.account(id)
    const before = claims.get(by)
    if (before === undefined) {
      claims.set(by, amount)
      this.#move(by, amount)
    } else if (before !== amount) {
      this.disagree(`${by} was given ${before} fen of ${id} and then ${amount}`)
    }
  }

  returned(id: string, amount: Amount): void {
    const account = this.account(id)
    account.returned += amount
    this.#move(account.from, amount)
  }

  arrived(id: string, to: string): void {
    const account = this.account(id)
    account.arrived = account.total
    this.#move(to, account.total)
  }

  account(id: string): Account {
    return this.#sends.get(id)!
  }

  /** What the books say is left in a send's escrow. */
  escrow(id: string): Amount {
    const { total, returned, arrived } = this.account(id)
    return total - this.claimedOf(id) - returned - arrived
  }

  claimedOf(id: string): Amount {
    return [...this.account(id).claims.values()].reduce((sum, amount) => sum + amount, 0n)
  }

  wallet(person: string): Amount {
    return this.#wallets.get(person)!
  }

  /** Write down that the service and the books differ. */
  disagree(says: string): void {
    this.#disagreements.push(says)
  }

  get disagreements(): readonly string[] {
    return this.#disagreements
  }

  /** All money that came in. */
  get topUps(): Amount {
    return this.#topUps
  }

  #move(person: string, change: Amount): void {
    this.#wallets.set(person, this.#wallets.get(person)! + change)
  }
}
