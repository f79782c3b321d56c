/**
 * An amount in Chinese capitals, as cheques and payment pages write it so that no digit can be slipped in: 壹佰元整.
 * The rules are those of the People's Bank of China for filling in bills (正确填写票据和结算凭证的基本规定).
 */

import type { Amount } from '../money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** A whole number below ten thousand; empty for nought. */
function fourDigits(number: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(number / 10 ** place) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + digits[digit] + places[place]
      gap = false
    }
  }
  return text
}

function wholeYuan(yuan: bigint): string {
  let text = ''
  let gap = false
  for (let group = groups.length - 1; group >= 0; group--) {
    const part = Number((yuan / 10_000n ** BigInt(group)) % 10_000n)
    if (part === 0) gap = text !== ''
    else {
      const needsZero = text !== '' && (gap || part < 1_000)
      text += (needsZero ? '零' : '') + fourDigits(part) + groups[group]
      gap = false
    }
  }
  return text
}

/** An amount in fen in capitals: 100n → 壹元整, 1_000_050n → 壹万元零伍角整, 5n → 伍分. Nought is 零元整. */
export function amountInCapitals(amount: Amount): string {
  if (amount < 0n) return `负${amountInCapitals(-amount)}`
  if (amount === 0n) return '零元整'
  const whole = wholeYuan(amount / 100n)
  const jiao = Number((amount / 10n) % 10n)
  const fen = Number(amount % 10n)
  const yuan = whole === '' ? '' : `${whole}元`
  if (jiao === 0 && fen === 0) return `${yuan}整`
  const tens =
    jiao === 0
      ? whole === ''
        ? ''
        : '零'
      : `${whole !== '' && (amount / 100n) % 10n === 0n ? '零' : ''}${digits[jiao]}角`
  return `${yuan}${tens}${fen === 0 ? '整' : `${digits[fen]}分`}`
}
