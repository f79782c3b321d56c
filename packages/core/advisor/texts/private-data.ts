/**
 * Somebody's data in a text: identity numbers by their check digit, mobile numbers, bank cards by Luhn's, mail addresses,
 * street addresses. Long order numbers are none, and the hotlines of the allowlist are nobody's.
 */

/** A stretch of the flat text. */
export type Stretch = readonly [start: number, end: number]

const digit = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether eighteen characters are a resident identity number: a birth date inside and the check digit right (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dx]$/i.test(text)) return false
  const year = Number(text.slice(6, 10))
  const month = Number(text.slice(10, 12))
  const day = Number(text.slice(12, 14))
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase()
}

/** Whether digits are a bank card's: 16 to 19 of them, with Luhn's check, beginning as cards do. */
export function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const number = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? number * 2 : number
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const isMobile = (digits: string) => /^(?:86)?1[3-9]\d{9}$/.test(digits)

const maybeData = (digits: string) => isIdentityNumber(digits) || isCardNumber(digits) || isMobile(digits)

/** Runs of digits, with single spaces or hyphens between them as people write numbers. */
function* digitRuns(flat: string): Generator<{ start: number; end: number; digits: string }> {
  let at = 0
  while (at < flat.length) {
    if (!digit(flat[at])) {
      at++
      continue
    }
    const start = at
    let digits = ''
    let end = at
    while (at < flat.length) {
      const character = flat[at]!
      if (digit(character)) {
        if (digits.length < 40) digits += character
        end = ++at
      } else if (character === 'x' && digits.length === 17 && !digit(flat[at + 1])) {
        digits += 'X'
        end = ++at
        break
      } else if ((character === ' ' || character === '-') && digit(flat[at + 1])) at++
      else break
    }
    yield { start, end, digits }
  }
}

const mailName = /[a-z0-9._%+-]/
const mailHost = /[a-z0-9.-]/
const mailLengthMax = 64

/** Mail addresses, found from their "@" outwards. */
function* mailStretches(flat: string): Generator<Stretch> {
  for (let at = flat.indexOf('@'); at >= 0; at = flat.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < mailLengthMax && mailName.test(flat[start - 1]!)) start--
    let end = at + 1
    while (end < flat.length && end - at < mailLengthMax && mailHost.test(flat[end]!)) end++
    while (end > at && (flat[end - 1] === '.' || flat[end - 1] === '-')) end--
    if (start < at && flat.slice(at + 1, end).includes('.')) yield [start, end]
  }
}

const streetAndNumber =
  /(?:路|街|道|巷|弄|村|小区|花园|大厦)[\u4e00-\u9fff\d-]{0,12}?(?:号|栋|幢|座|单元|室|楼)/gu
const townLengthMax = 24
const han = /[\u4e00-\u9fff\d]/

/** Street addresses: a street with a number, and before it, in one breath, a town or a district. */
function* streetStretches(flat: string): Generator<Stretch> {
  for (const match of flat.matchAll(streetAndNumber)) {
    let start = match.index
    while (start > 0 && match.index - start < townLengthMax && han.test(flat[start - 1]!)) start--
    if (/[省市区县镇乡]/.test(flat.slice(start, match.index))) yield [start, match.index + match[0].length]
  }
}

/** Every stretch of a flattened text that looks like somebody's data, in order. */
export function privateStretches(flat: string): Stretch[] {
  const found: Stretch[] = [...mailStretches(flat), ...streetStretches(flat)]
  for (const { start, end, digits } of digitRuns(flat)) if (maybeData(digits)) found.push([start, end])
  return found.sort((a, b) => a[0] - b[0])
}
