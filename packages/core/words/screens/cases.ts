/** Words of one’s cases: the list of disputes and freezes, and the ways to them. */

import { area } from './tree.ts'

export const casesWords = area(
  {
    title: '争议与冻结',
    entry: '争议与冻结',
    entryNote: '正在处理的，和以前的',
    open: '{{count}} 件正在处理',
    disputes: '争议',
    freezes: '冻结',
    empty: '没有争议，也没有冻结',
    emptyText: '钱付错了、被骗了、不是本人操作的，可以在那一笔的页面里提出争议。',
    noDisputes: '没有争议',
    noFreezes: '没有冻结',
    more: '更早的争议',
    moreFreezes: '更早的冻结',
    link: {
      do: '对这笔钱有争议',
      note: '付错、被骗、不是本人操作：请平台来看',
      see: '看这笔的争议',
    },
  },
  {
    title: 'Disputes and freezes',
    entry: 'Disputes and freezes',
    entryNote: 'Those under way, and earlier ones',
    open: '{{count}} under way',
    disputes: 'Disputes',
    freezes: 'Freezes',
    empty: 'No disputes and no freezes',
    emptyText:
      'Where money was paid by mistake, by fraud or not by you, open a dispute on the page of that payment.',
    noDisputes: 'No disputes',
    noFreezes: 'No freezes',
    more: 'Earlier disputes',
    moreFreezes: 'Earlier freezes',
    link: {
      do: 'Dispute this',
      note: 'Paid by mistake, by fraud, or not by you: the service looks at it',
      see: 'See the dispute about this',
    },
  },
)
