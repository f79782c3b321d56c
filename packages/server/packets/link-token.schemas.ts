/** The shape of a sealed link's token, wherever one comes in. */

import { Type } from 'typebox'

export const TokenSchema = Type.String({
  minLength: 1,
  maxLength: 2_048,
  pattern: '^[A-Za-z0-9_.-]+$',
  description: 'A sealed link.',
})
