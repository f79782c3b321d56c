/** Every page and its address. Each page's code is loaded when it is first opened, and fetched ahead while idle. */

import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { caseRoutes } from './routes/cases.ts'
import { collectionRoutes } from './routes/collections.ts'
import { frontRoutes } from './routes/front.ts'
import { helpRoutes } from './routes/help.ts'
import { returnRoutes } from './routes/returns.ts'
import { root, text } from './routes/root.ts'
import { inShell, shell } from './routes/shell.ts'
import { seat } from './session/seat.ts'
import { withWords } from './words/i18n.ts'

const chats = createRoute({
  getParentRoute: () => shell,
  path: '/chats',
  component: lazyRouteComponent(() => import('./chats/ChatsPage.tsx'), 'ChatsPage'),
})
const noChat = createRoute({
  getParentRoute: () => chats,
  path: '/',
  component: lazyRouteComponent(
    withWords(() => import('./chats/ChatsPage.tsx')),
    'NoChatPage',
  ),
})
const chat = createRoute({
  getParentRoute: () => chats,
  path: '$chatId',
  component: lazyRouteComponent(
    withWords(() => import('./chats/ChatPage.tsx')),
    'ChatPage',
  ),
})
const people = inShell('/people', () => import('./people/PeoplePage.tsx'), 'PeoplePage')
const person = inShell('/people/$memberId', () => import('./people/PersonPage.tsx'), 'PersonPage')
const newGroup = inShell('/groups/new', () => import('./people/NewGroupPage.tsx'), 'NewGroupPage')
const group = inShell('/groups/$groupId', () => import('./people/GroupPage.tsx'), 'GroupPage')
/** `to` is a member, a group, or `link`. */
const sendPacket = createRoute({
  getParentRoute: () => shell,
  path: '/send',
  validateSearch: (search): { to?: string } => {
    const to = text(search.to)
    return to === undefined ? {} : { to }
  },
  component: lazyRouteComponent(
    withWords(() => import('./send/SendPacketPage.tsx')),
    'SendPacketPage',
  ),
})
const sendTransfer = createRoute({
  getParentRoute: () => shell,
  path: '/transfer',
  validateSearch: (search): { to?: string } => {
    const to = text(search.to)
    return to === undefined ? {} : { to }
  },
  component: lazyRouteComponent(
    withWords(() => import('./transfer/SendTransferPage.tsx')),
    'SendTransferPage',
  ),
})
const packet = inShell('/packets/$packetId', () => import('./packet/PacketPage.tsx'), 'PacketPage')
const openPacket = inShell('/packets/$packetId/open', () => import('./packet/OpenPage.tsx'), 'OpenPage')
const transfer = inShell(
  '/transfers/$transferId',
  () => import('./transfer/TransferPage.tsx'),
  'TransferPage',
)
/** Of a packet or transfer. */
const receipts = inShell('/receipts/$sourceId', () => import('./receipts/ReceiptsPage.tsx'), 'ReceiptsPage')
const plan = inShell('/plans/$planId', () => import('./plans/SplitPlanPage.tsx'), 'SplitPlanPage')
const wallet = inShell('/wallet', () => import('./wallet/WalletPage.tsx'), 'WalletPage')
const inbox = inShell('/inbox', () => import('./inbox/InboxPage.tsx'), 'InboxPage')
const settings = inShell('/settings', () => import('./settings/SettingsPage.tsx'), 'SettingsPage')
const limits = inShell('/limits', () => import('./limits/LimitsPage.tsx'), 'LimitsPage')
const family = inShell('/family', () => import('./limits/FamilyPage.tsx'), 'FamilyPage')

/** What waits for one's word; `sent` is what one waits for oneself. */
const approvals = inShell('/approvals', () => import('./approvals/ApprovalsPage.tsx'), 'ApprovalsPage')
const approval = inShell('/approvals/$sendId', () => import('./approvals/ApprovalPage.tsx'), 'ApprovalPage')
/** Evidence of a packet or transfer; `wechat` for money that was sent there. */
const evidence = inShell('/evidence/$sourceId', () => import('./evidence/EvidencePage.tsx'), 'EvidencePage')
const passkeys = inShell('/settings/passkeys', () => import('./passkeys/PasskeysPage.tsx'), 'PasskeysPage')

const tree = root.addChildren([
  ...frontRoutes,
  ...helpRoutes,
  shell.addChildren([
    chats.addChildren([noChat, chat]),
    people,
    person,
    newGroup,
    group,
    sendPacket,
    sendTransfer,
    packet,
    openPacket,
    transfer,
    receipts,
    plan,
    ...caseRoutes,
    ...collectionRoutes,
    wallet,
    inbox,
    settings,
    evidence,
    passkeys,
    limits,
    family,
    approvals,
    approval,
    ...returnRoutes,
  ]),
])

function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: seat.base,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  })
}

/** The router of this seat. */
export function createAppRouter(queries: QueryClient): ReturnType<typeof makeRouter> {
  return makeRouter(queries)
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
