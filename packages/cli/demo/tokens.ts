/** What the people of the demo world call with. Each start gives new ones, marked demo: production refuses them. */

import { sessionMaxMs } from '@laisee/core/credential.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import type { Context } from '@laisee/server/context.ts'
import { createKey } from '@laisee/server/keys/create-key.ts'
import { mintSession } from '@laisee/server/keys/mint-session.ts'
import { scopes } from '@laisee/server/keys/scopes.ts'
import { readWallet } from '@laisee/server/ledger/ledger.ts'
import { demoPeople, type DemoPerson } from './people.ts'

export interface DemoCaller extends DemoPerson {
  id: string
  token: string
  wallet: Amount
}

export interface DemoCallers {
  people: readonly DemoCaller[]
  /** An operator's key with every scope. */
  operatorToken: string
}

/** Give everyone a token, and the operator a key. */
export function giveTokens(ctx: Context, ids: ReadonlyMap<string, string>): Promise<DemoCallers> {
  return ctx.db.transaction(async (tx) => {
    const people: DemoCaller[] = []
    for (const person of demoPeople) {
      const id = ids.get(person.key)!
      const { token } = await mintSession(tx, ctx, { memberId: id, lifetimeMs: sessionMaxMs, by: 'cli' })
      const wallet = await readWallet(tx, id, defaultCurrency)
      people.push({ ...person, id, token, wallet: wallet!.balance })
    }
    const operator = await createKey(tx, ctx, { name: 'demo', scopes, expiresAt: null, by: 'cli' })
    return { people, operatorToken: operator.token }
  })
}
