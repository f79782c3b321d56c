/** Why the checker of texts underlines something. */

import { area } from '../screens/tree.ts'

export const findingWords = area(
  {
    threat: '像是威胁。威胁会让你从有理变成违法，换成事实和日期。',
    false_accusation: '这是指控对方犯罪。发错了不等于被骗，说错了可能要负责。',
    invented_emergency: '如果不是真的，不要写。编的急事可能构成欺诈，也会成为对你不利的证据。',
    waiver: '这句话等于放弃。知道发错后说放弃，撤销的权利就没有了。',
    private_data: '像是身份证号、电话、卡号或住址。别人的信息不要发出去。',
    pressure: '这是施压。客气地写事实，对方更愿意退，也不算侵扰。',
    short_deadline: '期限太短。给几天时间，不要按小时算。',
    other_account: '让对方退到另一个账户，看起来就像骗局。只请原路退回。',
  },
  {
    threat: 'It reads as a threat. A threat puts you in the wrong; write facts and a date.',
    false_accusation:
      'It accuses them of a crime. A mistake is no fraud, and a false accusation has its price.',
    invented_emergency:
      'Leave it out unless it is true. An invented emergency may be deceit, and is evidence against you.',
    waiver: 'It gives the money up. Said after you know of the mistake, it ends the right to rescind.',
    private_data:
      'It looks like an identity, phone or card number or an address. Do not pass on other people’s data.',
    pressure: 'It presses. Facts, said kindly, bring more back and intrude on nobody.',
    short_deadline: 'Too short. Give days, not hours.',
    other_account: 'A return to another account looks like a fraud. Ask for the way it came.',
  },
)
