/** Words of the inbox around its notices. */

import { area } from './tree.ts'

export const inboxWords = area(
  {
    title: '通知',
    unread: '未读',
    readAll: '全部已读',
    quiet: '安静时段，没有提醒',
    empty: '没有通知',
    emptyText: '有人给你发钱、领了你的红包、钱退回来时，会在这里告诉你。',
    today: '今天',
    yesterday: '昨天',
    fromDay: '{{day}}的通知',
  },
  {
    title: 'Inbox',
    unread: 'Unread',
    readAll: 'Read all',
    quiet: 'Came in quiet hours, without a sound',
    empty: 'No notices',
    emptyText: 'When somebody sends you money, claims your packet, or money comes back, you are told here.',
    today: 'Today',
    yesterday: 'Yesterday',
    fromDay: 'Notices of {{day}}',
  },
)
