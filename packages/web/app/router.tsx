/** Every page and its address. Each page's code is loaded when it is first opened, and fetched ahead while idle. */

import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouteComponent,
} from '@tanstack/react-router'
import { seat } from './session/seat.ts'
import { session } from './session/session.ts'
import { BrokenPage, LostPage } from './shell/BrokenPage.tsx'
import { Shell } from './shell/Shell.tsx'
import { placeToGoOn } from './sign-in/fragment.ts'
import { withHelpWords, withWords } from './words/i18n.ts'

interface Context {
  queries: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: LostPage,
  errorComponent: BrokenPage,
})

/** Text of an address's query, or nothing. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): { next?: string } => {
    const next = text(search.next)
    return next === undefined ? {} : { next }
  },
  beforeLoad: ({ search }) => {
    if (session()) redirect({ ...placeToGoOn(search.next, seat.base), replace: true, throw: true })
  },
  component: lazyRouteComponent(() => import('./sign-in/WelcomePage.tsx'), 'WelcomePage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(
    withWords(() => import('./sign-in/SignInPage.tsx')),
    'SignInPage',
  ),
})
/** A packet that came by link; its token is in the fragment. */
const claimLink = createRoute({
  getParentRoute: () => root,
  path: '/claim',
  component: lazyRouteComponent(
    withWords(() => import('./claim/ClaimLinkPage.tsx')),
    'ClaimLinkPage',
  ),
})
/** Two people side by side, for a first try. */
const duo = createRoute({
  getParentRoute: () => root,
  path: '/duo',
  component: lazyRouteComponent(
    withWords(() => import('./duo/DuoPage.tsx')),
    'DuoPage',
  ),
})

/** The advisor: for anyone, without an account. */
const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(
    withHelpWords(() => import('./advisor/HelpPage.tsx')),
    'HelpPage',
  ),
})
/** `q` is the question, from 1. */
const helpAsk = createRoute({
  getParentRoute: () => root,
  path: '/help/ask',
  validateSearch: (search): { q?: number } => {
    const q = Number(search.q)
    return Number.isInteger(q) && q > 0 ? { q } : {}
  },
  component: lazyRouteComponent(
    withHelpWords(() => import('./advisor/AskPage.tsx')),
    'AskPage',
  ),
})
const helpPlan = createRoute({
  getParentRoute: () => root,
  path: '/help/plan',
  component: lazyRouteComponent(
    withHelpWords(() => import('./advisor/PlanPage.tsx')),
    'PlanPage',
  ),
})
const helpNever = createRoute({
  getParentRoute: () => root,
  path: '/help/never',
  component: lazyRouteComponent(
    withHelpWords(() => import('./advisor/NeverPage.tsx'), ['advisorPage', 'advisorMore']),
    'NeverPage',
  ),
})
const helpScam = createRoute({
  getParentRoute: () => root,
  path: '/help/scam',
  component: lazyRouteComponent(
    withHelpWords(() => import('./scam/ScamPage.tsx'), ['advisorPage', 'advisorMore']),
    'ScamPage',
  ),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session()) redirect({ to: '/', search: { next: location.href }, replace: true, throw: true })
  },
})
/** A page inside the frame, by its address; its code and words are loaded when it is first opened. */
function inShell<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, RouteComponent>>,
  name: Name,
) {
  return createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(withWords(load), name),
  })
}

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
const wallet = inShell('/wallet', () => import('./wallet/WalletPage.tsx'), 'WalletPage')
const inbox = inShell('/inbox', () => import('./inbox/InboxPage.tsx'), 'InboxPage')
const settings = inShell('/settings', () => import('./settings/SettingsPage.tsx'), 'SettingsPage')
const limits = inShell('/limits', () => import('./limits/LimitsPage.tsx'), 'LimitsPage')
const family = inShell('/family', () => import('./limits/FamilyPage.tsx'), 'FamilyPage')

const passkeys = inShell('/settings/passkeys', () => import('./passkeys/PasskeysPage.tsx'), 'PasskeysPage')

const tree = root.addChildren([
  welcome,
  signIn,
  claimLink,
  duo,
  help,
  helpAsk,
  helpPlan,
  helpNever,
  helpScam,
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
    wallet,
    inbox,
    settings,
    passkeys,
    limits,
    family,
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
