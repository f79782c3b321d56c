/** Words of what waits in a family: from which sum on whose word is asked, and one's own. */

import { area } from './tree.ts'

export const familyWaitingWords = area(
  {
    title: '等你同意',
    foot: '钱已放在一边，对方还看不到。你同意后才发出，没有同意就退回。',
    to: '{{name}}要发{{kind}} {{to}}',
    more: '看全部',
    approve: '同意 ¥{{amount, yuan}}',
    reject: '不同意',
    rejectTitle: '不同意这 ¥{{amount, yuan}}？',
    rejectText: '钱马上退回{{purse}}，收款人不会知道。你写的原因，{{name}}会看到。',
    reason: '原因',
    approved: '已同意，{{name}}还有一小段时间可以撤销',
    rejected: '没有同意，¥{{amount, yuan}} 已退回{{purse}}',
    yours: '你的零钱',
    theirs: '{{name}}的零钱',
    asksYou: '超过 ¥{{amount, yuan}} 先问你',
    asksGiver: '超过 ¥{{amount, yuan}} 要先等{{name}}同意',
  },
  {
    title: 'Waits for you',
    foot: 'The money is set aside and the payee sees nothing yet. It goes out once you agree, and goes back if you do not.',
    to: '{{name}} is sending: {{kind}} {{to}}',
    more: 'See all of it',
    approve: 'Agree to ¥{{amount, yuan}}',
    reject: 'Do not agree',
    rejectTitle: 'Not agree to ¥{{amount, yuan}}?',
    rejectText:
      'The money goes back to {{purse}} at once, and the payee hears nothing. {{name}} reads your reason.',
    reason: 'Reason',
    approved: 'Agreed: {{name}} can still undo it for a moment',
    rejected: 'Not agreed: ¥{{amount, yuan}} is back in {{purse}}',
    yours: 'your wallet',
    theirs: 'the wallet of {{name}}',
    asksYou: 'Above ¥{{amount, yuan}} you are asked',
    asksGiver: 'Above ¥{{amount, yuan}} {{name}} is asked first',
  },
)
