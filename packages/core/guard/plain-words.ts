/** Words as they are read: whatever width, script, spacing or hidden signs somebody wrote them with. */

import { simplified } from '../scam/simplified.ts'

const lengthMax = 400

/** Plain width, small letters, simplified, nothing that is not seen, no spaces between Chinese characters. */
export function plainWords(words: string): string {
  const plain = words
    .slice(0, lengthMax * 2)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
  return [...plain]
    .slice(0, lengthMax)
    .map(simplified)
    .join('')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}
