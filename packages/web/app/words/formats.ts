/**
 * How the words of the screens say what is put into them: fen, a moment, and the wallet that paid a send, which nothing
 * that comes back is told without.
 */

import type { i18n } from 'i18next'
import { formatYuan } from '@laisee/core/money.ts'
import type { Language } from '@laisee/core/words/words.ts'
import type { Purse } from '../data/purse.ts'
import { clockText } from './moments.ts'

/** The type of each format's field: `{{amount, yuan}}` is fen, `{{paidFrom, yourPurse}}` reads 你的零钱 for one's own. */
export interface Formats {
  yuan: number | bigint
  time: string | number
  purse: Purse
  yourPurse: Purse
}

/** Teach words that were started to say them. */
export function addFormats(words: i18n): void {
  const { formatter } = words.services
  const say = (purse: Purse | 'yours') => words.t(`common.purse.${purse}`)
  const language = (): Language => (words.language === 'en' ? 'en' : 'zh')
  formatter?.add('yuan', (fen: Formats['yuan']) => formatYuan(BigInt(fen)))
  formatter?.add('time', (at: Formats['time']) => clockText(at, language()))
  formatter?.add('purse', (purse: Formats['purse']) => say(purse))
  formatter?.add('yourPurse', (purse: Formats['yourPurse']) => say(purse === 'own' ? 'yours' : purse))
}
