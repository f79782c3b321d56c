import type { Ask } from '@laisee/client/client.ts'
import type { What } from './pending.ts'

type More = Pick<Ask<'sendTransfer'>['body'], 'confirmation' | 'stepUp' | 'screen'>

/** The same with more in its body: a confirmation, a proof, or what the screen saw. */
export function withMore(what: What, more: More): What {
  return { ...what, body: { ...what.body, ...more } } as What
}
