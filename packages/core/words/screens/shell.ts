/** Words of the frame around every screen: tabs, the undo bar, the banner. */

import { area } from './tree.ts'

export const shellWords = area(
  {
    name: '利是',
    chats: '聊天',
    inbox: '通知',
    unread: '{{count}} 条未读',
    unreadMany: '99 条以上未读',
    wallet: '零钱',
    me: '我',
    navigation: '主导航',
    skipToContent: '跳到内容',
  },
  {
    name: 'Laisee',
    chats: 'Chats',
    inbox: 'Inbox',
    unread: '{{count}} unread',
    unreadMany: 'more than 99 unread',
    wallet: 'Wallet',
    me: 'Me',
    navigation: 'Main',
    skipToContent: 'Skip to content',
  },
)
