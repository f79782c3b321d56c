/** A passphrase (口令) as people type it: width, case and outer spaces do not matter. */

export const passphraseAttemptsMax = 5

/** The form in which passphrases are compared. */
export function normalisePassphrase(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
