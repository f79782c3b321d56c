/** Exchanging what proves who somebody is for a session of this seat. A write keeps its key until it is answered. */

import { createClient } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'
import { setSession, type Session } from '../session/session.ts'

const deadlineMs = 20_000

/** What somebody shows at the door, and the key under which it is shown, again and again until there is an answer. */
export type Proof = { idempotencyKey: string } & (
  { kind: 'code'; code: string } | { kind: 'token'; token: string } | { kind: 'demo'; memberId: string }
)

function ask(proof: Proof): Promise<Session> {
  const { idempotencyKey } = proof
  if (proof.kind === 'code')
    return service().signIn({ body: { code: proof.code }, idempotencyKey, deadlineMs })
  if (proof.kind === 'demo')
    return service().signInToDemo({ body: { memberId: proof.memberId }, idempotencyKey, deadlineMs })
  const host = createClient({ baseUrl: window.location.origin, token: proof.token, deadlineMs })
  return host.keepSession({ body: {}, idempotencyKey })
}

/** Sign in at this seat. Throws what the service refuses, and UnansweredError where no answer came. */
export async function exchange(proof: Proof): Promise<void> {
  const { id, memberId, token, expiresAt } = await ask(proof)
  setSession({ id, memberId, token, expiresAt })
}
