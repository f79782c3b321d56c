/**
 * What people type or paste as an amount of yuan, read exactly: as fen in a bigint, or refused with the reason. Nothing
 * is guessed and nothing is rounded: whatever two readers could read as two amounts is refused.
 */

import { amountMax, type Amount } from './money.ts'

/**
 * Why a text is no amount: there is none; it is below nought; it is finer than a fen; it is more than can be carried;
 * it is in powers of ten; its commas are not before every third digit; it is something else than a number.
 */
export type AmountProblem =
  'empty' | 'negative' | 'too_fine' | 'too_large' | 'exponent' | 'comma' | 'not_a_number'

export type AmountReading = { amount: Amount } | { problem: AmountProblem }

/** Nobody means an amount by more than this, and no pattern is run over it. */
const lengthMax = 80

/** Characters that turn the direction of text or take no room: pasted along, and meaning nothing in a number. */
const unseen = /[\p{Cf}\p{Cc}]/gu

/** The Chinese keyboard's and the full-width forms of what a number is written with. */
const written: Readonly<Record<string, string>> = {
  '．': '.',
  '。': '.',
  '｡': '.',
  '，': ',',
  '￥': '¥',
  '－': '-',
  '−': '-',
  '＋': '+',
}

function plain(text: string): string {
  return text
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(unseen, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。｡，￥－−＋]/gu, (sign) => written[sign]!)
    .trim()
}

/** Read an amount of yuan as it was typed or pasted: `88`, `¥1,000.50`, `１００元`, `1 000`. */
export function readAmountInput(text: string): AmountReading {
  if (text.length > lengthMax) return { problem: /[1-9]/.test(text) ? 'too_large' : 'not_a_number' }
  const bare = plain(text)
    .replace(/^(¥|RMB|CNY|人民币)\s?/iu, '')
    .replace(/\s?(元|块|圆|RMB|CNY)整?$/iu, '')
  if (bare === '') return { problem: plain(text) === '' ? 'empty' : 'not_a_number' }
  if (/^\+?[\d.,]+e[+-]?\d+$/i.test(bare)) return { problem: 'exponent' }
  if (/^-\s?¥?[\d.,]+$/.test(bare)) return { problem: 'negative' }
  return readDigits(bare.replace(/^\+/, ''))
}

function readDigits(bare: string): AmountReading {
  if (!/^[\d., ]*\d[\d., ]*$/.test(bare)) return { problem: 'not_a_number' }
  const [whole = '', fine = '', ...more] = bare.split('.')
  if (/[, ]/.test(whole) && !/^\d{1,3}(,\d{3})+$|^\d{1,3}( \d{3})+$/.test(whole))
    return { problem: whole.includes(',') ? 'comma' : 'not_a_number' }
  if (fine.includes(',')) return { problem: 'comma' }
  if (more.length > 0 || fine.includes(' ')) return { problem: 'not_a_number' }
  if (fine.length > 2) return { problem: 'too_fine' }
  const amount = BigInt(whole.replace(/[, ]/g, '') || '0') * 100n + BigInt(fine.padEnd(2, '0'))
  return amount > amountMax ? { problem: 'too_large' } : { amount }
}

/** An amount as it stands in a field to be changed further: two places and no commas, `1000.50`. */
export function amountForField(amount: Amount): string {
  return `${amount / 100n}.${(amount % 100n).toString().padStart(2, '0')}`
}
