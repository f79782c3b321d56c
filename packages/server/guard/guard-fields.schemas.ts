/** What comes with a send for the guard: the fields of its body, and how they are read. */

import { Type, type Static } from 'typebox'
import { compilePolicy, type CompiledPolicy } from '@laisee/core/guard/compile.ts'
import { chosenFroms, type ScreenFacts } from '@laisee/core/guard/facts.ts'
import { defaultPolicy } from '@laisee/core/guard/rules.ts'
import { nameLengthMax } from '@laisee/core/name.ts'
import { closed, named, NameSchema, oneOf } from '../http/schemas.ts'
import type { GuardAsk } from './judge-send.ts'
import { noRules } from './no-rules.ts'

const Times = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description }))

const ScreenSchema = named(
  'ScreenFacts',
  'What the sender’s own screen saw while the send was filled in. Leave it out where they have switched that off.',
  {
    chosenFrom: Type.Optional(oneOf(chosenFroms, 'Where the recipient was chosen.')),
    dwellMs: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 86_400_000,
        description: 'From choosing the recipient to sending, in milliseconds.',
      }),
    ),
    amountEdits: Times('How often the amount was changed.'),
    recipientChanges: Times('How often the recipient was changed.'),
    backAndForth: Times('How often the sender went back and came again.'),
  },
)

export const HashSchema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of the canonical JSON (RFC 8785) of what was shown, in hexadecimal.',
})

/** The fields of a send's body for the guard, to spread into `closed({ … })`. */
export const guardFields = {
  confirmation: Type.Optional(
    closed({ shownHash: HashSchema }, { description: 'The sender’s yes to exactly what was shown.' }),
  ),
  payeeName: Type.Optional(
    NameSchema(nameLengthMax, 'The name the sender means: it is checked against the payee’s own.'),
  ),
  screen: Type.Optional(ScreenSchema),
}

type Given = {
  confirmation?: { shownHash: string }
  payeeName?: string
  screen?: Static<typeof ScreenSchema>
  onBehalfOf?: string
}

/** What came with a send, as the guard takes it; undefined where nobody has a policy to judge it by. */
export function guardAskOf(body: Given, policy: CompiledPolicy | null): GuardAsk | undefined {
  if (policy === null && body.onBehalfOf === undefined) return undefined
  return {
    policy: policy ?? noRules,
    payeeName: body.payeeName ?? null,
    screen: screenOf(body.screen),
    confirmedHash: body.confirmation?.shownHash ?? null,
  }
}

/** A send that is only looked at is always judged. */
export function previewAskOf(body: Given, policy: CompiledPolicy | null): GuardAsk {
  return { ...guardAskOf(body, policy ?? standard())!, previews: true }
}

let compiled: CompiledPolicy | undefined

function standard(): CompiledPolicy {
  if (compiled) return compiled
  const made = compilePolicy(defaultPolicy)
  if ('problems' in made) throw new Error('the default rules do not compile')
  return (compiled = made)
}

function screenOf(screen: Given['screen']): ScreenFacts | null {
  if (!screen) return null
  const { chosenFrom = null, dwellMs = null, amountEdits = null } = screen
  const { recipientChanges = null, backAndForth = null } = screen
  return { chosenFrom, dwellMs, amountEdits, recipientChanges, backAndForth }
}
