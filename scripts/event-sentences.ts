/** What each kind of event tells, in a sentence. The compiler asks for one as soon as there is a new kind. */

import type { EventKind } from '@laisee/core/events.ts'

export const eventSentences: Record<EventKind, string> = {
  'member.created': 'A member was registered, and a wallet opened.',
  'member.changed': 'A name, photo, time zone, undo length, default delay or quiet hours changed.',
  'member.care_changed': 'A member changed which of their own sends wait before they go out.',
  'member.sign_in_link_made': 'A one-time link was made by which a member can sign in on a device.',
  'member.signed_out': 'Every token of a member was made worthless at once.',
  'member.forgotten':
    'A member was forgotten: their name and whatever told who they are is gone, their money’s story stays.',
  'external_id.added': 'A host application’s own id was tied to a member.',
  'external_id.removed': 'A host application’s own id was taken off a member.',
  'contact.changed': 'A contact was added, or its alias or relation changed.',
  'contact.removed': 'A contact was taken off a member’s list.',
  'block.added': 'A member blocked another.',
  'block.removed': 'A member took a block back.',
  'group.created': 'A group was made, with its first members.',
  'group.changed': 'A group got another name.',
  'group.joined': 'Members joined a group.',
  'group.left': 'A member left a group, or was taken out.',
  'passkey.added': 'A member added a passkey or a security key.',
  'passkey.renamed': 'A passkey got another name.',
  'passkey.removed': 'A member removed a passkey; `left` says how many there still are.',
  'passkey.reset': 'The operator removed all passkeys of a member who had lost them.',
  'passkey.copied':
    'The counter of a passkey’s signature showed that there is a copy of it: it is refused from then on.',
  'recovery_codes.made': 'A member got a new set of recovery codes; the one before is void.',
  'step_up.given':
    'A passkey signed for a send or a change, or a recovery code stood for one: `signed` says what for.',
  'step_up.changed': 'A member changed from which sum on their own sends ask for a passkey.',
  'wallet.topped_up': 'The operator put money into a wallet.',
  'wallet.withdrawn': 'The operator paid money out of a wallet.',
  'wallet.frozen': 'The operator froze a wallet: it pays nothing, and still receives.',
  'wallet.unfrozen': 'A wallet may pay again.',
  'wallet.amount_frozen':
    'An amount in a wallet was frozen: it lies in an account of its own, and the rest stays usable. `askedAmount` is more where the wallet held less.',
  'wallet.amount_unfrozen': 'A frozen amount is back in its wallet.',
  'wallet.frozen_amount_returned':
    'Out of a frozen amount money went back by a decision in a dispute, on the word of whoever had ordered the freeze; `left` stays frozen, and where it is 0 the freeze has ended.',
  'freeze.appealed': 'Whose money is frozen objected to it.',
  'freeze.appeal_answered': 'The objection to a freeze was answered, by somebody else than whoever froze.',
  'dispute.opened': 'One side of a packet or transfer opened a dispute about it; the other is told.',
  'dispute.document_added': 'A side, or an agent, added a document to a dispute.',
  'dispute.stated': 'A side said how it was.',
  'dispute.assigned': 'A dispute was given to an agent. Told to nobody but the log.',
  'dispute.noted': 'An agent kept a note. Told to nobody but the log, and without its text.',
  'dispute.asked': 'An agent asked a side for more, until `answerBy`.',
  'dispute.secured': 'An agent froze for now what is left of the disputed money. It is still to be decided.',
  'dispute.decided': 'A dispute was decided, with reasons; a side may appeal until `appealBy`.',
  'dispute.appealed': 'A side appealed: another agent hears it.',
  'dispute.appeal_decided': 'An appeal was decided, and the dispute closed with it.',
  'dispute.withdrawn': 'Whoever opened a dispute took it back.',
  'dispute.closed': 'Nobody appealed in time, and the dispute is closed.',
  'limits.changed':
    'A member’s limits changed, or wait to: by themselves, or by the operator; or their age band was said.',
  'family.invited': 'A member was offered an allowance from another’s wallet.',
  'family.accepted': 'The holder accepted an allowance: they may send from it.',
  'family.changed': 'The giver changed what an allowance allows.',
  'family.spent': 'A send of the holder was paid from the giver’s wallet.',
  'family.returned': 'Money of such a send came back to the giver’s wallet.',
  'family.ended': 'An allowance, or the offer of one, was ended by one of the two.',
  'guardian.asked': 'A member asked another to look after them, or to let themselves be looked after.',
  'guardian.accepted': 'The other agreed: alerts are told from now on.',
  'guardian.alerted':
    'A send of the protected member was held, refused or asked about. How grave that is, is told; no amount, no name.',
  'guardian.ended': 'A guardian link, or the request for one, was ended by one of the two.',
  'report.made': 'A member reported another. Told to whoever reported, never to whom it is about.',
  'report.withdrawn': 'A report was taken back by whoever made it, and is told to them alone.',
  'report.closed': 'The operator found a report right, or not. Told to whoever made it.',
  'organisation.created': 'The operator made an organisation, with its first people.',
  'organisation.changed': 'An organisation got another name.',
  'organisation.invited': 'A member was invited into an organisation, in roles.',
  'organisation.joined': 'A member came into an organisation.',
  'organisation.roles_changed': 'A member’s roles in an organisation changed.',
  'organisation.left': 'A member left an organisation, or was taken out; or an invitation was taken back.',
  'organisation.suspended': 'Every send on behalf of an organisation is stopped, from the next one on.',
  'organisation.resumed': 'Sends on behalf of an organisation may go on.',
  'organisation.member_suspended':
    'A member’s sends on behalf of an organisation are stopped, from the next one on.',
  'organisation.member_resumed': 'A member may send on behalf of an organisation again.',
  'organisation.topped_up': 'The operator put money into an organisation’s wallet.',
  'organisation.withdrawn': 'The operator paid money out of an organisation’s wallet.',
  'organisation.policy_drafted': 'A draft of an organisation’s policy was begun or changed.',
  'organisation.policy_withdrawn': 'A draft of an organisation’s policy was withdrawn.',
  'organisation.policy_published':
    'A version of an organisation’s policy holds from now on, or from `effectiveAt`, by the word of a second person.',
  'organisation.policy_in_force':
    'A version that was published for a moment to come holds since then; told once, by the clock.',
  'organisation.delegated': 'A member named somebody who approves for them, for a time.',
  'organisation.delegation_ended': 'A member approves for themselves again.',
  'packet.sent':
    'The whole sum left the payer’s wallet for the packet’s escrow. `heldUntil` says until when it is held, `heldReasons` why; null and empty where it is not.',
  'packet.hold_ended': 'The hold is over, by the clock or by the payer: the undo window has begun.',
  'packet.rejected':
    'It was not approved, by somebody’s word or in time: the whole sum went back to where it came from.',
  'packet.undone':
    'The payer took the packet back before any recipient could see it; whoever was asked to approve it is told.',
  'packet.delivered': 'The undo window ended: whoever may claim can see it.',
  'packet.claimed':
    'Shares were claimed; one event tells all of a batch: who and when. How much is in the list of claims, for those who may know.',
  'packet.claimed_out': 'The last share was claimed.',
  'packet.paused': 'The sender stopped further claims.',
  'packet.released': 'The sender let claims go on.',
  'packet.recalled': 'The sender took back what nobody had claimed; the event says who has the rest.',
  'packet.recall_rejected': 'A recall of all or nothing came after a claim: nothing changed.',
  'packet.declined': 'The one recipient sent it back.',
  'packet.expiring':
    'Its end is near and something is left to claim: told once, an hour or a quarter of its life before.',
  'packet.expired': 'Its time ended: what nobody had claimed went back to the payer.',
  'packet.frozen':
    'The service froze what is left of it until `until`: nobody claims, recalls or gets it back before.',
  'packet.unfrozen': 'No freeze of it lasts any more.',
  'packet.asked_not_to_open': 'The sender asked the recipients, once, not to open it.',
  'split_plan.made': 'A payer divided a sum for one person into parts; no money has moved.',
  'split_plan.ended': 'The payer ended the plan: what was not sent of it is not sent any more.',
  'transfer.sent':
    'The sum left the payer’s wallet for the transfer’s escrow; held as a packet is, where `heldUntil` says so.',
  'transfer.hold_ended': 'The hold is over, by the clock or by the payer: the undo window has begun.',
  'transfer.rejected':
    'It was not approved, by somebody’s word or in time: the whole sum went back to where it came from.',
  'transfer.undone':
    'The payer took the transfer back before the payee could see it; whoever was asked to approve it is told.',
  'transfer.delivered': 'The undo window ended: the payee can see it.',
  'transfer.accepted': 'The payee accepted it; it arrives at its time.',
  'transfer.expiring': 'The payee has not accepted it, and it goes back soon: told once.',
  'transfer.arrived': 'The sum reached the payee’s wallet.',
  'transfer.recalled': 'The payer took it back before it arrived.',
  'transfer.declined': 'The payee sent it back.',
  'transfer.returned': 'The payee did not accept in time: it went back to the payer.',
  'group.notice_posted': 'The payer of a packet tells its group that it was a mistake.',
  'group.notice_withdrawn': 'Such a notice is taken down.',
  'collection.asked': 'Somebody asks others for an amount each.',
  'collection.paid': 'A share is paid, by a transfer: told to whoever pays alone.',
  'collection.declined': 'A member will not pay their share.',
  'collection.reminded': 'A member is asked for their share again.',
  'collection.closed': 'A collection is closed: nothing more is asked.',
  'return_request.asked':
    'A payer asked one recipient to give back what was claimed or has arrived: how much, why, and by which day.',
  'return_request.delivered': 'The request was shown to its recipient for the first time.',
  'return_request.read': 'The recipient opened the request.',
  'return_request.reminded': 'The payer reminded the recipient: three times at most, a day apart.',
  'return_request.returned':
    'Money went back to the account it came from: `returnedNow` of it now, `left` of what was asked. `kind` is `offered` where nobody had asked.',
  'return_request.declined': 'The recipient declined, with a reason of ISO 20022: CUST, LEGL, ARDT or AM04.',
  'return_request.withdrawn': 'The payer withdrew the request. What came back stays.',
  'return_request.unanswered': 'The day to answer is over: NOAS, or PECR where a part came back.',
  'instalments.proposed':
    'One of the two proposed to give back in parts: a version, its sum, its parts and their days.',
  'instalments.agreed': 'The other accepted that version: its parts are what is to be paid from now on.',
  'instalments.declined': 'The other declined a proposal. What was agreed before stays.',
  'instalments.withdrawn': 'Whoever proposed a version took it back.',
  'instalments.paid':
    'Parts were paid, by hand or by standing consent: `parts` says which, `left` what is still to come.',
  'instalments.missed':
    'A part was not paid on its day: with AM04 or AC06 where standing consent could not pay it.',
  'instalments.consent_changed': 'The debtor gave standing consent, or took it back.',
  'instalments.released': 'The creditor let go of all that was left. What was paid stays paid.',
  'instalments.settled':
    'They ended because a decision sent money back out of what was frozen for it. What was paid stays paid.',
  'instalments.taken_over':
    'An administrator stands in the place of a creditor who has left the organisation that paid. What was agreed stays.',
  'approval.submitted':
    'A send waits for approval: told to those whose word it waits for, and to those who look on.',
  'approval.approved': 'Somebody approved, and others are still asked.',
  'approval.granted': 'The last word was given: its undo window, or its hold, has begun.',
  'approval.questioned': 'Somebody who is asked to approve asks the sender something.',
  'approval.answered': 'The sender answered.',
  'approval.transferred': 'Somebody gave their seat to another.',
  'approval.reminded': 'Those whose word it waits for are reminded, by the sender or once by the clock.',
  'approval.passed_on': 'Nobody decided in time: administrators may, in place of everybody.',
  'approval.glass_broken':
    'An administrator lets it go on without those who were asked; it goes on when a second one does. Told to every administrator and auditor.',
  'inbox.read': 'A member marked their notices as read up to a place.',
  'key.created': 'An API key was made.',
  'key.rotated': 'An API key got a new secret.',
  'key.revoked': 'An API key stopped working.',
  'session.created':
    'A member signed in: a session was minted, or, where `way` is `signed_token`, a token that a host signed was seen for the first time.',
  'session.revoked': 'A member’s token stopped working.',
  'session.refused': 'Somebody tried to sign in with a code that is not valid, or no longer.',
  'host.changed': 'A host application, its issuer or its signing keys changed.',
  'access.read':
    'An operator’s key, or somebody by their role, looked at what is another’s: once for each ten minutes. It stands in the log and in no stream.',
  'access.change':
    'One of the service’s staff changed what is a member’s: who, through which route, about whom. The member is told what changed, not by which colleague.',
  'configuration.changed':
    'The service was started with other settings than before: `changes` has old and new of each. Of secrets nothing is told.',
  'evidence.made':
    'An evidence pack was made for a party of a case, or for the service’s staff of a dispute; `digest` is the SHA-256 of its file.',
}
