/** What the scam check concludes and advises. It speaks of words and addresses, and calls no person a fraud. */

import { area } from '../screens/tree.ts'

export const scamWords = area(
  {
    verdicts: {
      danger: '很像骗局，先别动',
      suspicious: '有可疑的地方，先核实',
      no_sign_found: '没有发现常见骗局的迹象，这不等于安全',
    },
    verdictDetails: {
      danger: '下面几处放在一起，和已知的骗局很像。不要付款、不要点、不要给验证码。',
      suspicious: '下面几处值得留意。它也可能是真的，换一个你自己找到的办法核实。',
      no_sign_found: '只查了文字和网址的样子，没有打开任何东西。不放心就先放一放，问问身边的人。',
    },
    patterns: {
      S1: '假“撤回／追回”工具',
      S2: '假登录、假解冻',
      S3: '收费帮你追钱',
      S4: '“转错了”，要退到别处',
      S5: '假红包',
      S6: '收款伪装成送钱',
      S7: '冒充客服',
      S8: '刷屏的假客服电话',
      S9: '冒充熟人、领导',
      S10: '租借账户、跑分',
      S11: '冒充公检法',
      S12: '抢红包外挂',
      S13: '借可信网站跳转',
    },
    advice: {
      stop_and_wait: '先停下，什么都不要点、不要付。真事等得起。',
      if_paid_call_police: '已经付了钱：马上打 {{number}}，说清时间、金额、对方账号，请求止付。越快越好。',
      do_not_open_link: '不要打开这个链接。已经打开就关掉，什么都不要填。',
      do_not_install: '不要安装。已经装了就断网、卸载，再从另一台设备改密码。',
      close_access: '已经给了权限：断网，在设置里关掉无障碍和短信权限，再卸载。',
      tell_no_code: '验证码、密码、卡号、证件都不要给。已经给了，马上在官方应用里改密码、挂失。',
      end_screen_sharing: '结束屏幕共享或远程控制，再说别的。',
      no_safe_account: '公检法和平台都没有“安全账户”。不要转。',
      pay_nothing_first: '先交钱才办事的，一分都不要交。',
      only_recipient_can_return: '已被领走的红包，只有领的人能退。没有工具或“内部渠道”。',
      return_the_way_it_came:
        '真收到了错转的钱：只用原路退还，不要转到对方给的另一个账户。先在余额里确认钱真的到了。',
      call_them_yourself: '用你原来存的号码打过去，或当面问一句。',
      claiming_needs_nothing: '真红包点开就领，不用输密码、填资料、转发。',
      lend_no_account: '账户、收款码、银行卡不外借，不替人收钱转钱。',
      go_in_by_the_app: '自己打开官方应用看有没有这回事，不用对方给的链接和电话。',
      number_can_be_forged: '来电显示可以伪造。挂掉，自己拨公布的号码。',
      ask_anti_fraud_line: '拿不准就打 {{number}}（全国反诈咨询）。',
      keep_evidence: '聊天、号码、网址先截图留着，别急着删。',
      no_sign_is_not_safe: '没查到不等于安全。涉及钱，先用原来的联系方式跟本人确认。',
    },
  },
  {
    verdicts: {
      danger: 'This looks like a known fraud: stop here',
      suspicious: 'Some of this is suspicious: check first',
      no_sign_found: 'No sign of a common fraud was found. That does not mean that it is safe',
    },
    verdictDetails: {
      danger: 'Together these look like frauds that are known. Do not pay, open anything or give a code.',
      suspicious: 'These deserve a second look. It may be genuine: check by a way you found yourself.',
      no_sign_found:
        'Only the words and addresses were looked at; nothing was opened. If in doubt, wait and ask someone.',
    },
    patterns: {
      S1: 'A false recall tool',
      S2: 'A false sign-in or unfreezing',
      S3: 'Paying to get money back',
      S4: '“Sent by mistake”, to be returned elsewhere',
      S5: 'A false red packet',
      S6: 'A request for money dressed as a gift',
      S7: 'False customer service',
      S8: 'A false hotline repeated over a page',
      S9: 'Someone posing as a friend or a superior',
      S10: 'Renting accounts, passing money on',
      S11: 'False police or court',
      S12: 'A program to grab packets',
      S13: 'A jump by way of a trusted site',
    },
    advice: {
      stop_and_wait: 'Stop: open nothing, pay nothing. What is genuine can wait.',
      if_paid_call_police:
        'If you have paid: call {{number}} now with the time, the amount and the account, and ask to stop the payment.',
      do_not_open_link: 'Do not open the link. If it is open, close it and fill in nothing.',
      do_not_install:
        'Do not install it. If you have: go offline, remove it, change passwords on another device.',
      close_access:
        'If you granted access: go offline, turn off accessibility and SMS access in the settings, remove the app.',
      tell_no_code:
        'Give no code, PIN, card number or ID. If you have, change the password in the official app now and block the card.',
      end_screen_sharing: 'End screen sharing or remote control before anything else.',
      no_safe_account: 'Neither the police nor any platform has a “safe account”. Do not transfer.',
      pay_nothing_first: 'Where money comes before the service, pay nothing.',
      only_recipient_can_return:
        'Only whoever claimed a packet can give it back. There is no tool and no inside channel.',
      return_the_way_it_came:
        'If money did come by mistake: return it the way it came, never to another account. See it in your balance first.',
      call_them_yourself: 'Call them on the number you already had, or ask in person.',
      claiming_needs_nothing: 'A real packet opens with one tap: no PIN, no form, no forwarding.',
      lend_no_account: 'Lend nobody your account, code or card, and pass on no money for others.',
      go_in_by_the_app:
        'Open the official app yourself and look. Do not use the link or number you were given.',
      number_can_be_forged:
        'A caller’s number can be forged. Hang up and dial the published number yourself.',
      ask_anti_fraud_line: 'If unsure, call {{number}} (the anti-fraud line of mainland China).',
      keep_evidence: 'Keep pictures of the chat, the number and the address; delete nothing yet.',
      no_sign_is_not_safe:
        'Nothing found is not the same as safe. Where money is at stake, ask the person by a way you already had.',
    },
  },
)
