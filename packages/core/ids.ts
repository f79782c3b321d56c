/**
 * An id is a prefix that says what it names and a time-ordered UUID (version 7) in 26 letters and digits.
 * The prefix lets a reader, a log and a refusal tell a packet from a transfer; order is never read from an id.
 */

export const idPrefixes = {
  member: 'mem',
  group: 'grp',
  organisation: 'org',
  policy: 'pol',
  packet: 'pkt',
  transfer: 'tr',
  plan: 'plan',
  funding: 'fund',
  family: 'fam',
  guardian: 'gdn',
  report: 'rpt',
  freeze: 'frz',
  dispute: 'dsp',
  document: 'doc',
  collection: 'col',
  returnRequest: 'rr',
  instalments: 'ins',
  evidencePack: 'evp',
  passkey: 'psk',
  session: 'ses',
  key: 'key',
  host: 'host',
  access: 'acc',
  configuration: 'cfg',
  request: 'req',
} as const

export type IdKind = keyof typeof idPrefixes

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const body = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/

/** The id that the 16 bytes of a UUID make. */
export function idFromBytes(kind: IdKind, bytes: Uint8Array): string {
  let number = 0n
  for (const byte of bytes) number = (number << 8n) | BigInt(byte)
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = alphabet[Number(number & 31n)]! + text
    number >>= 5n
  }
  return `${idPrefixes[kind]}_${text}`
}

/** Whether a text is an id of this kind: an id of another kind is refused where it enters. */
export function isIdOf(kind: IdKind, text: string): boolean {
  const prefix = `${idPrefixes[kind]}_`
  return text.startsWith(prefix) && body.test(text.slice(prefix.length))
}

/** The pattern of an id of this kind, for the API's schemas. */
export function idPattern(kind: IdKind): string {
  return `^${idPrefixes[kind]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`
}
