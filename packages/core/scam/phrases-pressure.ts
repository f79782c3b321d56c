/** How one is pressed: to keep silent, to hurry, to be afraid, not to call. Strengths as in phrases-asks.ts. */

import type { PhraseRule } from './phrase-rule.ts'

const measured = { source: 'domain.md §9.2 (TeleAntiFraud, synthetic dialogues)', grade: 'S' } as const
const catalogue = { source: 'domain.md §9.1', grade: 'S' } as const

export const pressureRules = {
  asks_for_secrecy: {
    family: 'pressure',
    weight: 28,
    ...measured,
    // A code or a password is to be kept secret: so says every honest notice.
    unlessAfter: ['验证码|校验码|动态码|密码|个人信息|卡号'],
    phrases: [
      '保密|不得泄露|不能泄露|不许泄露|保守秘密…案情|案件|调查|侦查|否则|协议|家人|任何人|全程|纪律|规定',
      '案情|案件|调查|全程|务必|必须|要|严格|注意|签…保密',
      '不要|别|不能|不准|不许|不可以|不可|不得|先别…告诉|跟|和|让|向|对…任何人|别人|其他人|旁人|他人',
      '全程|电话…不能挂|不要挂|别挂|不许挂|保持通话|不能断',
      '家人|旁人|别人…不能在场|不得在场|不在场|不能知道|不知道',
      '不要声张|别声张|不许声张|不能声张|不要外传|别外传|别说出去|不要说出去|谁都别说|谁也别说|谁问都|不许对外',
      '银行|柜员|工作人员…问|问起…就说|说是',
      '莫|唔可以|唔好…同|跟|和|话…讲|说|知|俾',
      '别跟|莫跟|不要跟|先别跟|别和…说|讲|提|通气',
      '没人的房间|无人的房间|房间里一个人|敲门都不|任何人敲门',
      '保密书|保密协议…不能|不许|签',
      '不方便说|不能讲|不方便在微信说',
    ],
  },
  asks_to_hide_from_kin: {
    family: 'pressure',
    weight: 28,
    ...measured,
    phrases: [
      '不要|别|不能|不准|不许|不可以|不可|不得|先别|莫…告诉|跟|和|让|向|对…家人|家里|父母|我爸|我妈|爸妈|老公|老婆|子女|孩子|儿子|女儿|同事|警察|银行|柜员',
    ],
  },
  urges: {
    family: 'pressure',
    weight: 4,
    source: 'domain.md §9.2: 76.9 % of fraud and 26.5 % of ordinary calls, lift 2.9',
    grade: 'S',
    phrases: [
      '马上|立即|立刻|赶紧|赶快|尽快|急用|急急|加急|火速|速度|抓紧|十万火急|今天之内|今天内|24小时内|两小时内|2小时内|半小时内|30分钟内|10分钟内|逾期|否则|过期|限时|最后一天|最后期限|截止|来不及',
    ],
  },
  threatens: {
    family: 'pressure',
    weight: 14,
    ...catalogue,
    unlessNegated: true,
    phrases: [
      '否则|不然|逾期|不配合|拒不|如果不|再不…冻结|封号|封停|注销|逮捕|拘留|拘捕|坐牢|起诉|传唤|影响征信|上征信|黑名单|刑事|法律责任|报警抓|停机|作废|强制执行|曝光|上门|失信|追究|扣款|扣费|永久',
      '不退|不还|再不退|今天不…报警|起诉|曝光|告你|告到',
      '影响征信|上征信|征信受损|列入黑名单|失信人|群发通讯录|爆通讯录|曝光你|找你家人',
    ],
  },
  refuses_call: {
    family: 'pressure',
    weight: 18,
    source: 'domain.md §9.1 S9: refuses a voice call',
    grade: 'S',
    phrases: [
      '不方便|没法|不能|打不了|接不了|没办法|别打|别给我打|先别打|不要打|甭打|莫打…电话|语音|视频|接听|说话|接电|通话',
      '电话|麦克风|话筒|听筒|喇叭|手机|语音|声卡|嗓子…坏了|坏掉|有问题|不好使|没声音|停机|打不了|打不通|接不了|进水|说不出话',
      '开会|会议|会上|在忙|课堂|医院里…打字|打字说|不方便|别打|文字',
    ],
  },
} as const satisfies Record<string, PhraseRule>
