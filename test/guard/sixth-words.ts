/** How one and the same thing is put into words, for notes that are written afresh each time. */

import type { Chance } from '../../examples/days/chance.ts'

const ways: Readonly<Record<string, string>> = {
  今天工钱: '今天工钱|帮工|辛苦了|工钱|',
  帮我进的货: '帮我进的货|货款|先垫的|拿你的货钱|',
  没货了退你: '没货了退你|退款|退你|退回',
  '多给了，退你': '多给了，退你|找零|多的退你|退差价',
  周转: '周转|先拿着用|借你|进货用|',
  还你: '还你|还钱|还款|谢谢，还上|',
  垫的: '垫的|你替我垫的|刚才垫的|还你刚才的|',
  转错退回: '转错了吧，退你|退回|你转错了|不是给我的吧，退了',
  捎的: '捎的东西|帮捎|代买|捎的药|',
  份子: '随礼|份子|新婚快乐|祝贺|恭喜|一点心意|',
  满月: '满月快乐|给孩子的|恭喜|随礼|',
  一份心意: '一点心意|节哀|保重|',
  住院: '住院费|买点营养品|好好养着|早日康复|',
  二手: '闲置|二手|订金|尾款|',
  修理: '修理费|维修|上门费|疏通|换锁|',
  代付: '替我妈交的|替老王交|一起交了|帮交的|两家的|',
}

/** One of the ways, or the word itself. */
export function chanceWord(chance: Chance, word: string): string {
  return chance.pick((ways[word] ?? word).split('|'))
}
