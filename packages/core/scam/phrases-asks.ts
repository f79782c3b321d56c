/**
 * What a deceiver asks for: secrets, silence, money. Measured strengths are of domain.md §9.2 (7,507 fraud and 2,499
 * ordinary call dialogues, synthetic, Apache-2.0): secrecy lift over 100, 验证码 50, bank card 32, ID 25, password 14,
 * fee 10, urgency 2.9, 客服 2.6. Among friends and in a product about money 转账 alone is ordinary, so a word is weighed
 * only within the request it belongs to, and a weight is the lift's order of magnitude, not its figure.
 */

import type { SignalRule } from './signal.ts'

export interface PhraseRule extends SignalRule {
  phrases: readonly string[]
  /** Not meant where somebody says not to: 请勿, 不要, 谨防. */
  unlessNegated?: boolean
  /** Means something else where one of these stands just before it. */
  unlessAfter?: readonly string[]
}

const measured = { source: 'domain.md §9.2 (TeleAntiFraud, synthetic dialogues)', grade: 'S' } as const
const catalogue = { source: 'domain.md §9.1', grade: 'S' } as const

export const askRules = {
  asks_for_code: {
    family: 'credential',
    weight: 35,
    ...measured,
    unlessNegated: true,
    // What opens a locker or fetches a meal opens no account.
    unlessAfter: ['快递柜|取件|取餐|门禁|驿站|提货|丰巢'],
    phrases: [
      '验证码|校验码|动态码|短信码|确认码…发我|发给我|发过来|发给|发一下|告诉我|告诉|报给|报一下|念给|念一下|说一下|给我|转给|转我|截图|提供|回复|读一下|读给|发来|说给',
      '给我|发我|告诉我|报一下|念一下|把|提供|回复|截图|输入|填写|填|要你|输…验证码|校验码|动态码',
      '告诉我|报一下|念一下|报给我|发我…六位|6位|四位|几位|数字',
      '几位数|6位数|六位数|4位数|四位数|数字…发我|发给我|报给我|念给我|告诉我|报一下',
      '报|念|告诉|给|核对|录入|说…短信里那串|短信里的数字|短信数字|那串数|收到的短信|动态码|六位数',
      '填|输…收到的短信|短信码',
    ],
  },
  asks_for_password: {
    family: 'credential',
    weight: 32,
    ...measured,
    unlessNegated: true,
    phrases: [
      '输入|填写|填|输|提供|告诉我|告诉|发我|验证|核对|报一下|给我|登记|发…支付密码|交易密码|银行卡密码|取款密码|卡密码|密码',
      '支付密码|交易密码|银行卡密码|取款密码|卡密码|账号密码|登录密码…发我|发给|告诉|输入|输一下|填|报|给我|提供|发过来',
      '输入|填|授权|登录|报…支付码|微信号密码|账号密码|支付六位|取款密码|微信支付六位',
      '取款密码|银行卡密码…就能|才能|即可|发',
    ],
  },
  asks_for_card: {
    family: 'credential',
    weight: 22,
    ...measured,
    unlessNegated: true,
    phrases: [
      '填写|填|提供|输入|报|绑定|登记|核对|发我|发一下|上传|拍…银行卡|卡号|信用卡|储蓄卡|cvv|有效期',
      '银行卡|卡号|储蓄卡|信用卡…发我|发过来|发给|提供|报一下|填|拍照|绑定|登记|验证|上传|录入',
      '录入|录|核对|验证|录完|补充…银行卡|卡号|卡|信用卡|预留信息',
      '各个卡|每张卡|几张卡…余额|报给我',
      '证件号|姓名|身份证…卡号|银行卡|取款密码',
    ],
  },
  asks_for_identity: {
    family: 'credential',
    weight: 22,
    ...measured,
    unlessNegated: true,
    phrases: [
      '填写|填|提供|输入|报|上传|登记|核对|拍|发我|手持|发一下|核实…身份证|身份信息|个人信息|实名信息',
      '身份证|身份信息|实名信息…发我|发过来|发给|提供|报一下|填|拍照|上传|验证|核实|核对|录入|登记',
      '人脸识别|刷脸|刷个脸|眨眨眼…一下|验证|认证|解除|操作|配合',
      '录入|录|验证您的|查看|凭…身份证|人脸|证件号|您的身份',
    ],
  },
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
  asks_to_pay_first: {
    family: 'money',
    weight: 28,
    ...measured,
    unlessNegated: true,
    phrases: [
      '先|交|缴|付|转|打|需要|要|支付|补|预付|垫…解冻费|解冻金|保证金|诚意金|激活费|认证金|验资|工本费|个税|税费|税金|代办费|保险费|手续费|服务费|技术费|开户费|渠道费|资料费|公证费|律师费|会员费|定金|材料费|通道费|验证金|押金|流水|启动资金|启动费|软件费',
      '解冻费|解冻金|保证金|诚意金|激活费|认证金|验资|工本费|税费|税金|手续费|服务费|技术费|渠道费|公证费|律师费|通道费|验证金|流水…先|打过来|转过来|交了|付了|交完|付完|转到|打到|才能|才可以|就能|即可|马上到|到账后退|会退|全额退|退还|返还',
      '解冻|解封|提现|出款|提出来|放款|下款|激活|开通…需要你交|要交|先交|先付|先转|先打|你交|付清|块|需缴',
      '先付|先交|先转|先打…再帮你|再给你|才能|就给你|后给你|马上给你|立马|再操作|再办|后办',
      '缴纳|先交|补上|补交|补缴|先支付|先缴|交齐|只差…保险金|激活金|代扣税|解押金|保证金|会费|入会|材料|公证|税|尾款',
      '先给|先付|先收…后办|后教|再办|再教|才给',
      '领取前|提取前|提现前|到账前|排队…需|先|缴|交',
      '扫码|激活…39|19|29|49|68|99|168',
    ],
  },
  asks_for_safe_account: {
    family: 'money',
    weight: 55,
    source: 'domain.md §9.1 S7 (police: 安全账户)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '安全账户|安全账号|监管账户|核查账户|清查账户|公共账户|指定账户|专用账户|验证账户|临时账户|保护账户|托管账户|对公核验|国库账户|公安账户|资金池',
      '资金|存款|余额|钱…清查|核查|核验|保护|归集|公证|验证…转|打|汇|账户|账号',
      '转|打|汇|存|挪…安全账|监管账|指定账|核查账|清查账',
      '安全户口|国库|监管的户头|监管户|新开的卡|保护起来…转|存|归|验|打|查|卡',
      '存款|资金|钱|所有钱…归到|转去|转到|转入…国库|户口|户头|新开|监管',
    ],
  },
  asks_for_other_account: {
    family: 'money',
    weight: 38,
    source: 'domain.md §1 finding 9, §9.1 S4 (police 2025)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '退|转|打|还|汇|返|转回|退回|退到|打到|转到…另一个|另外一个|别的|我朋友的|我朋友|我妈的|我老婆的|我老公的|我们公司|我公司|我们指定|新的|这张|这个|下面这个|我同事的|我儿子的|我弟的…账号|账户|卡|微信|支付宝|收款码|二维码|号',
      '退到|转到|打到|汇到|汇给|退给|转给…支付宝|银行卡|这个新号|新号|二维码|收款码|账号发你|卡号发你',
      '转我|转去|转到|转返去|返到|扫给|退给|打回|打到…新的收款|堂弟|我弟|表弟|亲戚|我朋友个户口|私人微信|财务小号|小号|这个码|这个账户|这个账号|负责老师',
    ],
  },
  refuses_the_way_it_came: {
    family: 'pressure',
    weight: 30,
    source: 'domain.md §1 finding 9, §9.1 S4 (police 2025)',
    grade: 'S',
    phrases: [
      '不要|别|不能|甭|莫…原路|退回原|直接退|点退还|点退回|原来的卡',
      '原路退|原路|原来的卡|原账户|原来那个|原卡…不行|退不了|冻结|限额|收不到|注销|用不了|挂失|不能用|坏了|登不上',
      '原路退|退还|原路…会被|查不到|吃掉|会退到|到不了',
      '我原来那张|我那张卡|我個户口|我个户口|户口…封了|冻结|用不了|注销',
    ],
  },
  asks_to_return: {
    family: 'story',
    weight: 10,
    source: 'domain.md §9.1 S4; an honest mistake sounds the same, so this alone is nothing',
    grade: 'S',
    phrases: [
      '转错|打错|发错|误转|误打|多转|多付|多退|手滑|输错|转多|多打|转岔|打多|点错|汇错……退|还|转回|返还|返给|打回|转给我|发回',
      '误放款|误下款|系统误|打错…退|还|转回|归还|打回',
      '退回来|退给我|还给我|转回来|返还给|帮我退|麻烦退…转错|打错|发错|误转|多转|输错|转多|多打',
      '多刷|多扫|付多|扫成|交错|打到你|误操作|搞错|放重|多收…退|返|扫给|转|打回|打到',
    ],
  },
  asks_for_loan: {
    family: 'money',
    weight: 12,
    source: 'domain.md §9.1 S9',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '借我|借点|借一下|借个|先借|能借|帮我垫|帮忙垫|垫一下|垫付|先垫|周转|应急|江湖救急|救急|救个急|凑一下…万|千|百|块|元|钱|00|w|k|点',
      '钱|万|千|百|块|00|w…借我|借一下|先借|周转|应急|垫一下|帮我垫|救急|转我|转给我',
      '先打|先转|打点|转点|汇点|先汇…给我|过来|给他|到我',
      '先帮|帮我|替我|你先…转|打|汇|付|垫…万|千|块|元|00|w|一笔|钱|学费|医药费|押金|款',
      '先垫|先替我付|替我付|垫|拿|先给我|借我|先借|给我拿|打过来|打给…一万|两万|三万|五万|两千|三千|五千|八千|一千|几千',
      '一万|两万|三万|五万|一万五|两千|三千|五千|八千…打过来|先垫|转过来|打给我|给我',
    ],
  },
  asks_to_transfer: {
    family: 'money',
    weight: 14,
    ...measured,
    unlessNegated: true,
    phrases: [
      '转|打|汇|存|付…到|进|入|给…这个|下面|指定|我发|以下|对方|该…账号|账户|卡|码|账',
      '转账|汇款|打款|转款|付款…到|给|至…账号|账户|卡号|对方账|这个|供应商|客户',
      '扫|扫一下|扫描|扫个…码…付款|转账|支付|充|交|缴|打款|激活|领',
      '账号|卡号|账户|户名|开户行…发你|发给你|是|为|户名|开户行…转|打|汇|尽快|马上|付|办',
    ],
  },
  asks_to_top_up: {
    family: 'money',
    weight: 22,
    source: 'domain.md §9.1 S5, S12; MPS top ten (刷单返利)',
    grade: 'S',
    unlessNegated: true,
    phrases: [
      '充值|充|垫付|垫|投|存|本金|做单|预存|认购…返|返利|返现|返还|提现|翻倍|双倍|起提|佣金|解锁|激活|赚|收益|利润',
      '返利|返现|佣金|提现|高额回报|双倍|翻倍…充|垫|投|本金|先付|先转|预存|再做',
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
