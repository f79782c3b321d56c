/** Words of asking money back for the organisation, at the desk; those of the form are a phone's (returns.ts). */

import { area } from './tree.ts'

export const deskAskBackWords = area(
  {
    askBack: {
      do: '代组织请对方退还',
      note: '发送人已经不在组织里。退回的钱会回到组织零钱，退不退由对方决定。',
      many: '每个人收到写着自己那份的请求，各自答复。不写就按账上的事实写好。',
      part: '退还金额（元），不填就是全部',
    },
  },
  {
    askBack: {
      do: 'Ask for it back for the organisation',
      note: 'Whoever sent it is in the organisation no more. What comes back goes to the organisation’s wallet; it is for them to decide.',
      many: 'Each is asked for their own share and answers for themselves. Where nothing is written here, the facts write it.',
      part: 'Amount to return (yuan); all of it where nothing is written',
    },
  },
)
