/** How a send is made on behalf of an organisation, and how a packet or transfer says that it was. */

import { Type } from 'typebox'
import type { Approving } from '@laisee/core/approving.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { organisationOf, type PaidFrom } from '@laisee/core/on-behalf.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { HeldRight } from '@laisee/core/recall-right.ts'
import { closed, IdSchema, MomentSchema, nullable } from './http/schemas.ts'

/** To spread into the body of a send. */
export function onBehalfFields(kind: 'packet' | 'transfer') {
  return {
    onBehalfOf: Type.Optional(
      IdSchema('organisation', 'The organisation it is sent for, whose wallet pays.'),
    ),
    replaces: Type.Optional(
      IdSchema(kind, `A ${kind} for the same organisation that is taken back in the same moment: an edit.`),
    ),
  }
}

/** To spread into a packet or transfer as it is shown. */
export const onBehalfShown = {
  onBehalfOf: nullable(
    IdSchema(
      'organisation',
      'The organisation it was sent for, to its payer; null where it was not, and to others.',
    ),
  ),
  approveBy: nullable(
    Type.String({
      format: 'date-time',
      maxLength: 40,
      description: 'Until when it waits, or waited, for approval; null where it did not, and to others.',
    }),
  ),
  recallRight: nullable(
    closed(
      { until: nullable(MomentSchema), reasonNeeded: Type.Boolean() },
      {
        description:
          'Of a send on behalf, to its payer: the right they have now to recall it, until when, and whether they say why. Null where they have none, and of any other send.',
      },
    ),
  ),
}

/** On whose behalf a send was made, as one side may know it, and its payer's right to recall it. */
export function onBehalfJson(
  send: PaidFrom & Approving,
  isForPayer: boolean,
  right: HeldRight | null | undefined,
) {
  if (!isForPayer) return { onBehalfOf: null, approveBy: null, recallRight: null }
  return {
    onBehalfOf: organisationOf(send),
    approveBy: send.approveBy === null ? null : toIso(send.approveBy),
    recallRight: right
      ? { until: right.until === null ? null : toIso(right.until), reasonNeeded: right.reasonNeeded }
      : null,
  }
}

/** The organisation of a body, and what it replaces. Refuses `invalid_request` where the fields do not go together. */
export function onBehalfOf(body: { onBehalfOf?: string; replaces?: string; paidFrom?: string }) {
  const { onBehalfOf: organisationId = null, replaces = null } = body
  if (organisationId !== null && body.paidFrom !== undefined)
    throw new RefusalError(
      refuseField('paidFrom', 'is not for a send on behalf of an organisation, which pays'),
    )
  if (organisationId === null && replaces !== null)
    throw new RefusalError(refuseField('replaces', 'is for a send on behalf of an organisation'))
  return { onBehalfOf: organisationId, replaces }
}
