/** What the articles suggest and Laisee refuses, and why. */

import { area } from '../screens/tree.ts'

export const refusedWords = area(
  {
    spying_on_presence: {
      what: '用微信运动、朋友圈判断对方在不在',
      why: '暗中收集别人的行踪和习惯，不合法，也看不准。',
    },
    message_bombing: { what: '定时消息轰炸', why: '侵扰他人安宁（民法典1033条），多次发送可受治安处罚。' },
    send_plugins: { what: '消息定时发送插件', why: '第三方插件能读你的聊天，还可能封号。' },
    bank_delay_of_a_packet: {
      what: '让银行延迟或冻结红包',
      why: '银行管不到微信红包，付款后也不能应个人要求冻结。',
    },
    packet_interception: {
      what: '用 ADB 和 root 拦截数据包',
      why: '可能违法，账号有风险，而且服务器早已收到。',
    },
    screen_automation: { what: '用自动化脚本盯着支付界面', why: '让别的软件看支付屏幕，比发错更危险。' },
    second_device: { what: '备用机登录造成延迟', why: '没有这样的效果。要延迟，就用真正的延迟到账。' },
    network_tricks: { what: '开飞行模式、切 2G', why: '拦不住，结果不明时还会让人重复付款。' },
    persuasion_by_pressure: {
      what: '认知失调、社会压力、关系牌',
      why: '这是操纵。事实、感谢、退法、日期就够了。',
    },
    invented_emergency: { what: '“那是给医院的押金”', why: '可能构成欺诈，还会成为对你不利的证据。' },
    gift_card_swap: { what: '用购物卡换回来', why: '购物卡是骗局的标志，账也会乱。' },
    untrue_group_notice: { what: '没联系客服却说已联系客服', why: '不真的话不写；公告也不会让人更愿意退。' },
    laundering_scare: { what: '“直接要求转账会触发反洗钱”', why: '没有出处。原路退最干净。' },
    family_card: { what: '用亲属卡补偿或代发红包', why: '亲属卡不支持红包和转账。' },
    wealth_product: { what: '赠送理财通产品', why: '把钱换成别的，不是退钱。' },
    others_id: { what: '交双方身份证照片', why: '别人的证件你无权收，也不该给。' },
    firewall_app: { what: '安装“红包卫士”', why: '索要权限的陌生软件，正是文章 B 说的骗局。' },
    biometric_pause: { what: '识别瞳孔来暂停发送', why: '生物识别是敏感信息，没有必要。' },
    password_or_biometric_of_a_claimer: {
      what: '领取时验证密码或人脸',
      why: '领真红包从不需要，这样写会让人习惯被骗。',
    },
    recall_for_hire: { what: '“撤回神器”“代撤回服务”', why: '要密码的偷号，要手续费的骗钱。' },
    calling_a_mistake_fraud: { what: '把误发说成被骗去冻结', why: '谎报案情本身要受处罚。' },
    unsourced_rates: { what: '文章里的各种成功率', why: '找不到出处，互相矛盾，不用来排序。' },
  },
  {
    spying_on_presence: {
      what: 'Judging by step counts and posts whether they are there',
      why: 'Covert profiling of another person: unlawful, and wrong as often as not.',
    },
    message_bombing: {
      what: 'Message bombing',
      why: 'It intrudes on their peace (Civil Code 1033) and can be punished.',
    },
    send_plugins: {
      what: 'Plug-ins that send messages',
      why: 'They read your chats and may cost the account.',
    },
    bank_delay_of_a_packet: {
      what: 'Having a bank delay or freeze a packet',
      why: 'A bank has no hold on a WeChat packet, and freezes nothing at a payer’s wish.',
    },
    packet_interception: {
      what: 'Interception with ADB and root',
      why: 'Perhaps a crime, a risk to the account, and the server has it already.',
    },
    screen_automation: {
      what: 'Scripts that watch the payment screen',
      why: 'Letting software watch it is worse than a mistake.',
    },
    second_device: {
      what: 'A spare phone to slow the sending',
      why: 'It does not. For a delay use a real one.',
    },
    network_tricks: {
      what: 'Airplane mode, a slow network',
      why: 'It stops nothing, and an unclear outcome makes people pay twice.',
    },
    persuasion_by_pressure: {
      what: 'Dissonance, social pressure, old ties',
      why: 'Manipulation. Facts, thanks, the way back and a date will do.',
    },
    invented_emergency: {
      what: '“It was the hospital deposit”',
      why: 'It may be deceit, and becomes evidence against you.',
    },
    gift_card_swap: {
      what: 'Swapping it for a gift card',
      why: 'The mark of a scam, and it muddles the account.',
    },
    untrue_group_notice: {
      what: 'A notice that support was told when it was not',
      why: 'Nothing untrue is written, and a notice makes nobody readier to return.',
    },
    laundering_scare: {
      what: '“Asking directly sets off money-laundering checks”',
      why: 'No source. The way it came is the cleanest.',
    },
    family_card: { what: 'A family card to make up for it', why: 'It cannot send packets or transfers.' },
    wealth_product: {
      what: 'A wealth product as a gift',
      why: 'It turns the money into something else and returns nothing.',
    },
    others_id: {
      what: 'Photographs of both identity cards',
      why: 'Theirs is not yours to collect or to give.',
    },
    firewall_app: {
      what: 'A “packet guard” app',
      why: 'An unknown app that wants permissions is what article B warns of.',
    },
    biometric_pause: {
      what: 'Pausing by the pupil of the eye',
      why: 'Biometrics are sensitive data, and not needed.',
    },
    password_or_biometric_of_a_claimer: {
      what: 'A password or face asked of the claimer',
      why: 'A real packet never asks; saying so trains people to be deceived.',
    },
    recall_for_hire: {
      what: '“Recall tools” and recall for hire',
      why: 'Those who want a password steal the account; those who want a fee keep it.',
    },
    calling_a_mistake_fraud: {
      what: 'Calling a mistake fraud to have it frozen',
      why: 'A false report is itself punished.',
    },
    unsourced_rates: {
      what: 'The articles’ rates of success',
      why: 'No source, and they contradict each other. They rank nothing.',
    },
  },
)
