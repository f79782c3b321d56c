/** The pages of disputes and freezes. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { steps, type Step } from '../disputes/dispute-steps.ts'
import { withWords } from '../words/i18n.ts'
import { text } from './root.ts'
import { inShell, shell } from './shell.ts'

const cases = inShell('/cases', () => import('../disputes/CasesPage.tsx'), 'CasesPage')
const freeze = inShell('/freezes/$freezeId', () => import('../freezes/FreezePage.tsx'), 'FreezePage')
const dispute = inShell('/disputes/$disputeId', () => import('../disputes/DisputePage.tsx'), 'DisputePage')

interface NewDispute {
  /** The packet or transfer. */
  about?: string
  /** Whose share of it. */
  against?: string
  step?: Step
}

const newDispute = createRoute({
  getParentRoute: () => shell,
  path: '/disputes/new',
  validateSearch: (search): NewDispute => {
    const [about, against] = [text(search.about), text(search.against)]
    const step = steps.find((one) => one === search.step)
    return { ...(about && { about }), ...(against && { against }), ...(step && { step }) }
  },
  component: lazyRouteComponent(
    withWords(() => import('../disputes/NewDisputePage.tsx')),
    'NewDisputePage',
  ),
})

export const caseRoutes = [cases, freeze, dispute, newDispute] as const
