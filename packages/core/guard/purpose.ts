/**
 * What a send is for, as far as its words say: the rent and the breakfasts one pays to one flatmate are two habits, and
 * a sum is large or small beside its own kind. Words with which nothing small was ever sent, and which go with large
 * sums, tell why a sum is larger than the usual.
 */

import type { Amount } from '../money.ts'
import type { GuardedSend, SendRecord } from './facts.ts'
import { isUnheardOf, largeAmount, usualCount, type Past } from './past.ts'
import { plainWords } from './plain-words.ts'

const keysMax = 5_000
const keys = new Map<string, string>()

/**
 * Words as they come again each month: without its number, signs and the case of letters. Remembered, for a past of four
 * hundred sends says a few things over and over.
 */
export function wordsKey(words: string): string {
  const known = keys.get(words)
  if (known !== undefined) return known
  if (keys.size >= keysMax) keys.clear()
  const key = makeKey(words)
  keys.set(words, key)
  return key
}

function makeKey(words: string): string {
  const plain = plainWords(words)
  return plain
    .replace(/[\p{N}一二三四五六七八九十]+(?:月份|[年月日号周期次天季])/gu, '')
    .replace(/[^\p{L}]/gu, '')
}

/** Whether two sums may be this one by chance: ¥20, and not ¥18.80. */
export function isByChance(amount: Amount): boolean {
  return String(amount).replace(/0+$/, '').length < 3
}

/** So many sends for one purpose make it a habit of its own. */
const habitTimes = 3

/** Of these sends the ones for the same purpose, where there are enough of them; else all of them. */
export function samePurpose(records: readonly SendRecord[], words: string): readonly SendRecord[] {
  const key = wordsKey(words)
  const those = records.filter((record) => wordsKey(record.words) === key)
  return those.length >= habitTimes ? those : records
}

/** What everybody says to anybody: it is nobody's, and says nothing of what the money is for. */
const general =
  /^(?:谢|多谢|感谢|辛苦|恭|祝|贺|新年|新春|新婚|春节|过年|拜年|除夕|元旦|节日|中秋|端午|国庆|生日|大吉|万事|平安|早日|红包|转账|收款|加油|小意思|一点心意|给你|给您|拿去|拿着|收下|收好|转你|.年大)|快乐$|如意$|发财|^(?:thank|thx|happy|merry|cheers|congrat|best wishes|for you)/u

/** Whether words, as their key, are what everybody says. */
export function areGeneral(key: string): boolean {
  return general.test(key)
}

/** What is paid seldom and is not small: a home, work, school, a journey, a loan, a wedding. */
const seldomAndLarge =
  /[房店月]租|租金|押金|[定订]金|尾款|首付|货款|进货|工[钱资]|薪|奖金|学费|课|培训|住院|手术|保险|装修|[机车船]票|酒店|住宿|旅[行游]|份子|随礼|彩礼|礼金|结婚|新婚|百年好合|满月|乔迁|压岁|借|还(?!是|没|有|要|想|不)|欠|垫(?!子)|凑|周转|先拿|拿着用|充[卡值]|办卡|退[你您回还款]|生活费|\b(?:rent|deposit|tuition|salary|wages?|tickets?|hotel|trip|loan|lend|borrow(?:ed)?|owed?|wedding)\b/iu

/** ¥5,000: from here on new words alone tell nothing, for whoever asks for much says what to write. */
const wordsAloneMax = largeAmount

/** Days on which people give more than on others. */
const feast = /过年|新年|新春|春节|拜年|除夕|中秋|端午|国庆|生日|birthday|new year/iu

/** So many have these words for their own. */
const ownersMax = 3

/** How well words tell why a sum is larger than the usual: not at all, that it may be, or that it is. */
export type Told = 'nothing' | 'perhaps' | 'plainly'

/**
 * Plainly: sums of about this size went with these words before, to these people where they had them; or the words are
 * new, of what is paid seldom and is not small, and the sum is below ¥5,000. Perhaps: a feast, and a gift to one. Words
 * that went with less tell nothing; one large sum among eight of them may have been the same mistake.
 */
export function toldBy({ words, amount, toKind }: GuardedSend, past: Past): Told {
  const key = wordsKey(words)
  if ([...key].length < 2) return 'nothing'
  const plain = plainWords(words)
  const isFeast = toKind === 'member' && feast.test(plain)
  const isSo = (record: SendRecord) => wordsKey(record.words) === key
  const theirs = past.same.filter(isSo)
  const before = theirs.length > 0 ? theirs : past.kept.filter(isSo)
  const isKnown = !isUnheardOf(amount, before)
  if (areGeneral(key))
    return isFeast && (before.length === 0 || before.some((record) => record.amount * 2n >= amount))
      ? 'perhaps'
      : 'nothing'
  // What a few others are sent with these words tells nothing of somebody who is known by other words and sums.
  const owners = new Set(before.map(({ toKey }) => toKey)).size
  const isTheirs = theirs.length === 0 && past.same.length >= usualCount && owners <= ownersMax
  if (before.length > 0) return !isTheirs && isKnown ? 'plainly' : 'nothing'
  if (seldomAndLarge.test(plain) && amount < wordsAloneMax) return 'plainly'
  return isFeast ? 'perhaps' : 'nothing'
}
