/** Every feature's routes, in the order of the API's description. */

import { adviceRoutes } from './advice/advice.routes.ts'
import { approvalRoutes } from './approvals/approvals.routes.ts'
import { delegationRoutes } from './approvals/delegations.routes.ts'
import { recallOnBehalfRoutes } from './approvals/recalls.routes.ts'
import { seatRoutes } from './approvals/seats.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { logRoutes } from './log/log.routes.ts'
import { logEntryRoutes } from './log/entries.routes.ts'
import { chatRoutes } from './chats/chats.routes.ts'
import { clockRoutes } from './clock/clock.routes.ts'
import { demoRoutes } from './demo/demo.routes.ts'
import { eventRoutes } from './events/events.routes.ts'
import { disputeDeskRoutes } from './disputes/desk.routes.ts'
import { disputeMoneyRoutes } from './disputes/money.routes.ts'
import { disputeRoutes } from './disputes/disputes.routes.ts'
import { documentRoutes } from './documents/documents.routes.ts'
import { freezeDeskRoutes } from './freezes/desk.routes.ts'
import { freezeRoutes } from './freezes/freezes.routes.ts'
import { disputePackRoutes } from './evidence/dispute-packs.routes.ts'
import { evidenceRoutes } from './evidence/evidence.routes.ts'
import { freezeSubjectRoutes } from './freezes/subject.routes.ts'
import { guardRoutes } from './guard/guard.routes.ts'
import { cancelRoutes } from './http/cancel.routes.ts'
import { healthRoutes } from './http/health.routes.ts'
import type { Route } from './http/route.ts'
import { inboxRoutes } from './inbox/inbox.routes.ts'
import { hostRoutes } from './keys/hosts.routes.ts'
import { familyDeskRoutes } from './families/desk.routes.ts'
import { familyRoutes } from './families/families.routes.ts'
import { guardianRoutes } from './families/guardians.routes.ts'
import { limitRoutes } from './limits/limits.routes.ts'
import { keyRoutes } from './keys/keys.routes.ts'
import { sessionRoutes } from './keys/sessions.routes.ts'
import { signInRoutes } from './keys/sign-in.routes.ts'
import { organisationRoutes } from './organisations/organisations.routes.ts'
import { organisationPeopleRoutes } from './organisations/people.routes.ts'
import { blockRoutes } from './people/blocks.routes.ts'
import { careRoutes } from './people/care.routes.ts'
import { contactRoutes } from './people/contacts.routes.ts'
import { externalIdRoutes } from './people/external-ids.routes.ts'
import { forgetRoutes } from './people/forget.routes.ts'
import { groupRoutes } from './people/groups.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { claimRoutes } from './packets/claims.routes.ts'
import { lookRoutes } from './packets/look.routes.ts'
import { packetVerbRoutes } from './packets/packet-verbs.routes.ts'
import { packetRoutes } from './packets/packets.routes.ts'
import { passkeyRoutes } from './passkeys/passkeys.routes.ts'
import { stepUpRoutes } from './passkeys/step-ups.routes.ts'
import { draftRoutes } from './policies/drafts.routes.ts'
import { myLimitRoutes } from './policies/my-limits.routes.ts'
import { policyRoutes } from './policies/policies.routes.ts'
import { recipientRoutes } from './recipients/recipients.routes.ts'
import { sendsOnBehalfRoutes } from './sends/sends.routes.ts'
import { scamCheckRoutes } from './scam-checks/scam-checks.routes.ts'
import { groupNoticeRoutes } from './group-notices/group-notices.routes.ts'
import { collectionRoutes } from './collections/collections.routes.ts'
import { askReturnRoutes } from './returns/ask.routes.ts'
import { instalmentRoutes } from './instalments/instalments.routes.ts'
import { readInstalmentRoutes } from './instalments/read-instalments.routes.ts'
import { giveReturnRoutes } from './returns/give.routes.ts'
import { returnRoutes } from './returns/returns.routes.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { splitPlanRoutes } from './split-plans/split-plans.routes.ts'
import { ladderRoutes } from './transfers/ladders.routes.ts'
import { transferRoutes } from './transfers/transfers.routes.ts'
import { walletRoutes } from './wallets/wallets.routes.ts'

export const routes: readonly Route[] = [
  ...packetRoutes,
  ...packetVerbRoutes,
  ...claimRoutes,
  ...lookRoutes,
  ...transferRoutes,
  ...ladderRoutes,
  ...splitPlanRoutes,
  ...groupNoticeRoutes,
  ...collectionRoutes,
  ...askReturnRoutes,
  ...giveReturnRoutes,
  ...returnRoutes,
  ...instalmentRoutes,
  ...readInstalmentRoutes,
  ...guardRoutes,
  ...walletRoutes,
  ...freezeDeskRoutes,
  ...freezeSubjectRoutes,
  ...freezeRoutes,
  ...disputeRoutes,
  ...disputeDeskRoutes,
  ...disputeMoneyRoutes,
  ...documentRoutes,
  ...limitRoutes,
  ...familyRoutes,
  ...guardianRoutes,
  ...familyDeskRoutes,
  ...peopleRoutes,
  ...forgetRoutes,
  ...careRoutes,
  ...passkeyRoutes,
  ...stepUpRoutes,
  ...externalIdRoutes,
  ...contactRoutes,
  ...blockRoutes,
  ...reportRoutes,
  ...groupRoutes,
  ...chatRoutes,
  ...organisationRoutes,
  ...organisationPeopleRoutes,
  ...policyRoutes,
  ...myLimitRoutes,
  ...draftRoutes,
  ...approvalRoutes,
  ...seatRoutes,
  ...delegationRoutes,
  ...sendsOnBehalfRoutes,
  ...recallOnBehalfRoutes,
  ...recipientRoutes,
  ...inboxRoutes,
  ...adviceRoutes,
  ...scamCheckRoutes,
  ...evidenceRoutes,
  ...disputePackRoutes,
  ...cancelRoutes,
  ...eventRoutes,
  ...signInRoutes,
  ...sessionRoutes,
  ...hostRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...logRoutes,
  ...logEntryRoutes,
  ...clockRoutes,
  ...demoRoutes,
  ...healthRoutes,
]
