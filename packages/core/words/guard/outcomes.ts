/** What an outcome means for the sender, and what the payee check answered: the head of the guard's sheet. */

import type { PayeeAnswer } from '../../guard/payee-check.ts'
import type { Outcome } from '../../guard/rule.ts'
import { area } from '../screens/tree.ts'

export const guardWords = area(
  {
    outcomes: {
      allow: '可以发出。',
      confirm: '发出之前，请看清楚。',
      hold: '先等一等再送达，随时可以取消。',
      approve: '要有人批准才会送达。',
      refuse: '这一笔不能发出，钱没有动。',
    } satisfies Record<Outcome, string>,
    payeeCheck: {
      MTCH: '姓名对得上：{{typed}}',
      CMTC: '姓名接近：你填的是 {{typed}}，对方叫 {{name}}',
      NMTC: '姓名对不上：{{typed}}',
      NOAP: '姓名没法核对',
    } satisfies Record<PayeeAnswer, string>,
    meaningNote: '这个数有特别的意思，以后很难说是发错的。',
    screenNote: '为了帮你避免发错，这一页会看你改了几次、停了多久；只在这一页，也可以在设置里关掉。',
  },
  {
    outcomes: {
      allow: 'It can be sent.',
      confirm: 'Please look closely before it is sent.',
      hold: 'It waits before it is delivered; cancel it at any time.',
      approve: 'Somebody has to approve it before it is delivered.',
      refuse: 'This cannot be sent. No money has moved.',
    },
    payeeCheck: {
      MTCH: 'The name matches: {{typed}}',
      CMTC: 'The name is close: you gave {{typed}}, they are called {{name}}',
      NMTC: 'The name does not match: {{typed}}',
      NOAP: 'The name cannot be checked',
    },
    meaningNote: 'This sum says something, and will be hard to call a mistake later.',
    screenNote:
      'To spare you a mistake this page notices how often you change things and how long you stay; on this page only, and you can switch it off in the settings.',
  },
)
