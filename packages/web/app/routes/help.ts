/** The advisor's pages: for anyone, without an account. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withHelpWords } from '../words/i18n.ts'
import { root } from './root.ts'

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(
    withHelpWords(() => import('../advisor/HelpPage.tsx')),
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
    withHelpWords(() => import('../advisor/AskPage.tsx')),
    'AskPage',
  ),
})
const helpPlan = createRoute({
  getParentRoute: () => root,
  path: '/help/plan',
  component: lazyRouteComponent(
    withHelpWords(() => import('../advisor/PlanPage.tsx')),
    'PlanPage',
  ),
})
const helpNever = createRoute({
  getParentRoute: () => root,
  path: '/help/never',
  component: lazyRouteComponent(
    withHelpWords(() => import('../advisor/NeverPage.tsx'), ['advisorPage', 'advisorMore']),
    'NeverPage',
  ),
})
const helpScam = createRoute({
  getParentRoute: () => root,
  path: '/help/scam',
  component: lazyRouteComponent(
    withHelpWords(() => import('../scam/ScamPage.tsx'), ['advisorPage', 'advisorMore']),
    'ScamPage',
  ),
})

/** Checking an evidence pack: for whoever was handed one. */
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(
    withHelpWords(
      () => import('../verify/VerifyPage.tsx'),
      ['verify', 'evidence', 'evidenceItems', 'evidenceGaps'],
    ),
    'VerifyPage',
  ),
})

export const helpRoutes = [help, helpAsk, helpPlan, helpNever, helpScam, verify] as const
