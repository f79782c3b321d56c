/**
 * The phrases the checker knows, by kind. Each is a short pattern whose gaps are bounded, so that looking for it takes time
 * in proportion to the text. Lookarounds keep out the words that only look alike: 打算了解 gives nothing away.
 */

import type { FindingKind } from './finding.ts'

/** Said of oneself not doing it: 我不会曝光你. */
const not = '(?<!不会|不会去|不想|绝不|不打算|从不|never |not |won.t )'

const threats = [
  `${not}(?:曝光|揭发|人肉)(?:你|他|她|这个人)`,
  `${not}(?:发|挂|传)(?:到|上)?(?:网上|朋友圈|抖音|微博|群里)(?:曝光|让大家|评评)`,
  `${not}让你(?:好看|后悔|不得安宁|身败名裂|丢工作|混不下去|吃不了兜着走)`,
  `${not}(?:弄死|打断|收拾|教训|废了)你`,
  '(?:找人|叫人|带人).{0,4}(?:上门|堵|收拾|要账)',
  `${not}(?:闹到|告诉|捅到|通知).{0,2}你.{0,3}(?:单位|公司|领导|老板|学校|家人|父母|老婆|老公)`,
  '(?:你|你们).{0,4}(?:等着瞧|等着坐牢|等着吃官司|走着瞧|后果自负)',
  '(?:后果自负|走着瞧|吃不了兜着走)',
  `${not}让你(?:坐牢|蹲监狱|上征信|进黑名单|当老赖)`,
  `${not}(?:i will|i.ll|we will|we.ll) (?:expose|shame|ruin|report you to your|tell your (?:boss|family|parents|employer)|make you)`,
  '\\b(?:or else|you will regret|you.ll regret|watch your back|i know where you live)',
]

const accusations = [
  '(?:你|你们)(?:这)?(?:就)?(?:是|在)(?:诈骗|骗子|骗钱|偷钱|小偷|犯罪|侵占|犯法)',
  `${not}(?:报警|举报)(?:告|抓|说)你.{0,4}(?:诈骗|骗|偷)?`,
  '(?:you are|you.re) (?:a )?(?:thief|fraud|scammer|criminal)',
  '(?:this is|that is|that.s) (?:fraud|theft|stealing)',
]

const emergencies = [
  '(?:医院|手术|住院|抢救|化疗|看病|治病).{0,6}(?:押金|费|钱|急用)',
  '(?:救命|保命)(?:钱|的钱)',
  '(?:押金|手术费|住院费|医药费|抢救费|学费|丧葬费)',
  '(?:车祸|重病|病危|\\bicu\\b|进了监护室|等着做手术)',
  '\\b(?:hospital|surgery|operation) (?:deposit|bill|fee|money)',
  '(?:life[- ]saving|emergency) (?:money|surgery|fund)',
  '(?:in the hospital|in intensive care|car accident)',
]

const waivers = [
  '(?<!(?:不能|不会|不可能|别想|哪能|怎么能).{0,4})(?<![打计预推换结核清合运估划盘])算了(?!解|一下|下|吗|算|没|不)',
  '(?:就当|当作|当是|权当).{0,3}(?:送|给|请).{0,2}你',
  '(?<!不是|没有|并没|不想|没说|不会)送(?:给)?你了',
  '(?<!是不是|不能|不是)(?:不用|不必|别|甭)(?:还|退|退回|归还)(?:了|给我)',
  '(?<!不能|不是)(?:不要|不用)你(?:还|退)',
  '(?:你(?:就)?(?:留着|收着|拿着)(?:吧|花|用))',
  '(?:钱|这笔)(?:我)?(?:就)?不要了',
  '\\b(?:keep (?:it|the money)(?! safe| where| unopened| closed))',
  '\\b(?:consider it a gift|no need to (?:return|pay) it|you can have it)',
  '\\b(?:never mind,? (?:then|keep|the money))',
]

const pressures = [
  '(?:这么多年|多少年|几十年).{0,4}(?:交情|感情|朋友|情分)',
  '(?:是不是|还是不是|算不算)(?:朋友|兄弟|姐妹|人)',
  '(?:没良心|不要脸|丢人|缺德|臭不要脸|贪小便宜|良心过得去|良心不会痛)',
  '(?:大家|全群|所有人|别人|其他人)(?:都)?(?:在)?(?:看着|已经退|都退了|退了)',
  '(?:最后|再给你).{0,2}(?:通牒|一次机会)',
  '(?:必须|马上|立刻|立即|赶紧|赶快|速度)(?:给我)?(?:退|还|转)(?!还”|还"|还就|还按)',
  '(?:不退|不还)(?:就|的话|你就).{0,6}(?:别怪|绝交|拉黑|没完|翻脸)',
  '(?:after all (?:these|our) years|if you were (?:really )?(?:my|a) friend|how can you sleep)',
  '(?:(?:right now|immediately|at once)[,.]? (?:return|pay|send|give))',
  '(?:(?:return|pay|send|give) it (?:back )?(?:right now|immediately|at once|or))',
  '(?:last (?:chance|warning)|final warning|ultimatum|shame on you)',
]

const shortDeadlines = [
  '(?:\\d{1,3}|[一二两三四五六七八九十半]{1,3})(?:个)?(?:小时|分钟|钟头)(?:之)?(?:内|以内)',
  '今(?:天|晚|日).{0,6}(?:之前|以前|前|之内)',
  '\\b(?:within|in) (?:the )?(?:next )?(?:\\d{1,3}|an|one|two|three) (?:hours?|minutes?)',
  '\\b(?:by|before) (?:tonight|midnight|the end of today)',
]

const otherAccounts = [
  '(?<!不|不要|不用|不需要|无需|别)(?:转|退|打|汇)(?:到|给|进)(?:我)?(?:另一个|另外的|别的|新的?|我(?:妈|爸|老婆|老公|朋友)的)(?:账号|账户|卡|银行卡|微信|支付宝)',
  '(?<!no |not to )\\b(?:another|a different|my new|my friend.s) (?:account|card|wallet)',
]

const compiled = (phrases: readonly string[]) => new RegExp(phrases.join('|'), 'gu')

export const phrasesOf: Partial<Record<FindingKind, RegExp>> = {
  threat: compiled(threats),
  false_accusation: compiled(accusations),
  invented_emergency: compiled(emergencies),
  waiver: compiled(waivers),
  pressure: compiled(pressures),
  short_deadline: compiled(shortDeadlines),
  other_account: compiled(otherAccounts),
}
