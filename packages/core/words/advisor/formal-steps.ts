/** Words of the formal steps. */

import { area } from '../screens/tree.ts'

export const formalStepWords = area(
  {
    make_an_evidence_pack: {
      what: '整理一份证据',
      how: '按法院出示的顺序：登录的设备、自己的账号、对方资料页、完整聊天、每笔转账详情。只录自己参与的通话。公证不是必须，金额大时更稳。',
      ends: '一份目录，每一项都能当场打开。',
    },
    demand_in_writing: {
      what: '发一份书面返还请求',
      how: '用下面这份，能证明送达的方式寄出或发出。写事实、依据、金额和日期，不写别的。',
      ends: '对方退回或答复，或者到期。',
    },
    mediate: {
      what: '请人民调解委员会调解',
      how: '找对方或你所在地的调解组织，或法院的诉前调解。谈成写成协议。',
      ends: '签了协议，或者谈不成。',
    },
    confirm_what_was_mediated: {
      what: '谈成之后，30 天内共同申请司法确认',
      how: '从调解协议生效那天起 30 天内，双方一起向法院申请。确认以后对方不履行，可以直接申请执行（两年内）。',
      ends: '法院裁定确认。',
    },
    learn_who_it_is_through_the_court: {
      what: '不知道对方是谁，通过法院查',
      how: '起诉要有明确的被告。立案时交对方账号和交易单号，申请法院向平台或银行调取。有人出价卖对方的信息，不要买。',
      ends: '有了能送达的姓名和住址。',
    },
    preserve_property: {
      what: '担心钱转走，可以先申请保全',
      how: '要提供担保，费用约 {{preservationFee, yuan}} 元。诉前保全后 30 天内必须起诉，否则会解除。申请错了要赔偿。',
      ends: '法院裁定，或者你决定不申请。',
    },
    decide_on_an_action: {
      what: '在 90 天到期前半个月，决定要不要起诉',
      how: '以发错为由请求撤销，只有 90 天，不会延长。向被告住所地法院起诉，诉讼费 {{fee, yuan}} 元，简易程序 {{halfFee, yuan}} 元，由败诉方承担。默认不主张利息。',
      ends: '已起诉，或者决定不起诉。',
    },
    enrichment_is_left: {
      what: '90 天已过，还可以按不当得利起诉',
      how: '三年内有效，每次有记录的请求都会重新起算。诉讼费 {{fee, yuan}} 元，简易程序 {{halfFee, yuan}} 元。先问律师：对方可能主张这是赠与或另有约定。',
      ends: '已起诉，或者决定不起诉。',
    },
    it_may_be_too_late: {
      what: '三年可能已经过了',
      how: '中间如果请求过、对方答应过，时效会重新起算。把这些记录找出来问律师；对方自愿还，仍然可以收。',
      ends: '问清楚了。',
    },
    rescind_what_was_done_under_deceit: {
      what: '被骗的，一年内还可以请求法院撤销',
      how: '从知道被骗起一年。报案之外的另一条路，要能证明对方欺诈；先听警方和律师的意见。',
      ends: '已起诉，或者钱已追回。',
    },
    ask_where_other_law_governs: {
      what: '不在内地的，先问当地律师适用哪里的法律',
      how: '这里的期限和费用都是内地法律的。对方住在内地、账号在内地，多半仍要在内地处理；其他情况可能更短。',
      ends: '知道适用哪里的法律。',
    },
    next_time: {
      what: '下次：大额转账打开延迟到账，先转一小笔',
      how: '同名的人、最近聊天里点错、多打一个零，是最常见的三种。累了、喝了酒，明天再转。',
      ends: '设置好了。',
    },
  },
  {
    make_an_evidence_pack: {
      what: 'Put the evidence in order',
      how: 'In the order a court looks: the device signed in, your account, their profile, the whole conversation, each payment’s detail. Record only calls of your own. A notary is not required; for a large sum it is safer.',
      ends: 'A list of which each item can be opened on the spot.',
    },
    demand_in_writing: {
      what: 'Send a written demand',
      how: 'Use the one below, in a way that proves it arrived. Facts, law, sum and date, and nothing else.',
      ends: 'They return it or answer, or the day passes.',
    },
    mediate: {
      what: 'Ask a people’s mediation committee',
      how: 'One where they or you live, or the court’s own before an action. What is agreed is written down.',
      ends: 'It is signed, or there is no agreement.',
    },
    confirm_what_was_mediated: {
      what: 'Agreed? Ask the court together to confirm it within 30 days',
      how: 'Within 30 days of the agreement’s taking effect, both together. Once confirmed it can be enforced, for two years.',
      ends: 'The court has confirmed it.',
    },
    learn_who_it_is_through_the_court: {
      what: 'If you do not know who it is, let the court find out',
      how: 'An action needs a definite defendant. File with the account and the transaction number, and ask the court to obtain the name from the platform or bank. If somebody offers to sell it, do not buy.',
      ends: 'There is a name and a place to serve.',
    },
    preserve_property: {
      what: 'If the money may vanish, ask the court to preserve it',
      how: 'It needs security and costs about ¥{{preservationFee, yuan}}. After preservation you must sue within 30 days, or it is lifted. Whoever asks wrongly pays the damage.',
      ends: 'The court has decided, or you leave it.',
    },
    decide_on_an_action: {
      what: 'Decide on an action half a month before the 90 days end',
      how: 'Rescission for a mistake has 90 days and is never extended. Sue at the court of their home; the fee is ¥{{fee, yuan}}, ¥{{halfFee, yuan}} in simplified procedure, borne by whoever loses. No interest is asked for unless you add it.',
      ends: 'You have sued, or decided not to.',
    },
    enrichment_is_left: {
      what: 'The 90 days are over; unjust enrichment is left',
      how: 'Three years, beginning anew with every request on record. The fee is ¥{{fee, yuan}}, ¥{{halfFee, yuan}} in simplified procedure. Ask a lawyer first: they may say it was a gift or agreed.',
      ends: 'You have sued, or decided not to.',
    },
    it_may_be_too_late: {
      what: 'The three years may be over',
      how: 'If you asked in between or they agreed, they began anew. Find those records and ask a lawyer. What they give back freely you may still take.',
      ends: 'You have asked somebody who knows.',
    },
    rescind_what_was_done_under_deceit: {
      what: 'Deceived? A court can rescind it within a year',
      how: 'A year from when you knew. It stands beside the police report and needs proof of the deceit; hear the police and a lawyer first.',
      ends: 'You have sued, or the money is back.',
    },
    ask_where_other_law_governs: {
      what: 'Outside the mainland: ask a local lawyer whose law governs',
      how: 'Deadlines and fees here are those of mainland law. If they live there and the account is there, it mostly stays there; elsewhere times may be shorter.',
      ends: 'You know whose law governs.',
    },
    next_time: {
      what: 'Next time: delay large transfers, and send a little first',
      how: 'A person of the same name, the wrong chat, one zero too many: these are the commonest. Tired or after a drink, send it tomorrow.',
      ends: 'It is set.',
    },
  },
)
