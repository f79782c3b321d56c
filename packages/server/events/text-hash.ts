/** What an event tells of a text that it does not have: so that the log holds the text as well, and shows it to nobody. */

import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
