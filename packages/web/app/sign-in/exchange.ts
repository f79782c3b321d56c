/** Exchanging what proves who somebody is for a session of this seat. A write keeps its key until it is answered. */

import { createClient } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import { setSession, type Session } from '../session/session.ts'

const deadlineMs = 20_000

/** What somebody shows at the door. The key is that of an attempt which was not answered: it is shown again under it. */
export type Proof = { idempotencyKey?: string } & (
  { kind: 'code'; code: string } | { kind: 'token'; token: string } | { kind: 'demo'; memberId: string }
)

function ask(proof: Proof): Promise<Session> {
  const again = proof.idempotencyKey === undefined ? {} : { idempotencyKey: proof.idempotencyKey }
  if (proof.kind === 'code') return service().signIn({ body: { code: proof.code }, ...again, deadlineMs })
  if (proof.kind === 'demo')
    return service().signInToDemo({ body: { memberId: proof.memberId }, ...again, deadlineMs })
  const host = createClient({ baseUrl: window.location.origin, token: proof.token, deadlineMs })
  return host.keepSession({ body: {}, ...again })
}

/** Sign in at this seat. Throws what the service refuses, and UnansweredError where no answer came. */
export async function exchange(proof: Proof): Promise<void> {
  const { id, memberId, token, expiresAt } = await ask(proof)
  setSession({ id, memberId, token, expiresAt })
}
