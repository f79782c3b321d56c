/** What passes between the people of the simulation and the service: requests by the name of their route, and replies. */

export type Json = null | boolean | number | string | Json[] | Fields
export interface Fields {
  [field: string]: Json | undefined
}

/** Every operation that is asked for, by its name in openapi.json. The auditor knows the rules of each. */
export const askedRoutes: readonly string[] = [
  ...[
    'createMember',
    'changeMe',
    'topUp',
    'withdraw',
    'freezeWallet',
    'unfreezeWallet',
    'freezeMoney',
    'releaseFreeze',
    'appealFreeze',
    'getWallet',
    'listEntries',
    'listSentPackets',
    'listTransfers',
    'listChats',
    'listChatItems',
  ],
  ...['putContact', 'deleteContact', 'putBlock', 'deleteBlock', 'createGroup', 'joinGroup', 'leaveGroup'],
  ...['getMyCare', 'setMyCare', 'endPacketHold', 'endTransferHold'],
  ...['getMyLimits', 'putMyLimits', 'setMemberLimits', 'setAgeBand'],
  ...['inviteToFamily', 'acceptFamily', 'changeFamily', 'endFamily', 'addPasskey'],
  ...['askGuardian', 'acceptGuardian', 'endGuardian', 'listGuardians'],
  ...[
    'sendPacket',
    'undoPacket',
    'pausePacket',
    'releasePacket',
    'recallPacket',
    'declinePacket',
    'askNotToOpenPacket',
  ],
  ...['claimPacket', 'readPacket', 'listClaims', 'readSplitProof', 'makePacketLink', 'openPacketLink'],
  ...[
    'sendTransfer',
    'sendLadder',
    'sendSplitPart',
    'undoTransfer',
    'recallTransfer',
    'acceptTransfer',
    'declineTransfer',
    'readTransfer',
    'cancelRequest',
  ],
  ...['reportMember', 'withdrawReport', 'closeReport', 'readOwnReport'],
  ...['makeSplitPlan', 'endSplitPlan', 'readSplitPlan', 'listSplitPlans'],
  ...['askPacketReturns', 'askTransferReturn', 'returnPacketShare', 'returnTransferMoney'],
  ...['answerFreezeAppeal', 'handInDocument', 'readDocument', 'forgetMember'],
  ...['openDispute', 'stateInDispute', 'addDisputeDocument', 'withdrawDispute', 'appealDispute'],
  ...['assignDispute', 'noteOnDispute', 'askInDispute', 'decideDispute', 'readDispute', 'listMyDisputes'],
  ...['askCollection', 'payCollectionShare', 'declineCollectionShare', 'remindCollectionShare'],
  ...['closeCollection', 'readCollection', 'listCollections'],
  ...['postGroupNotice', 'withdrawGroupNotice', 'listGroupNotices'],
  ...['returnAsRequested', 'declineReturnRequest', 'withdrawReturnRequest', 'remindReturnRequest'],
  ...['markReturnRequestRead', 'readReturnRequest', 'proposeInstalments', 'acceptInstalments'],
  ...['dropInstalmentsProposal', 'payInstalment', 'setInstalmentsConsent', 'releaseInstalments'],
  ...['takeOverInstalments'],
  ...[
    'readInstalments',
    'createOrganisation',
    'readOrganisation',
    'topUpOrganisation',
    'withdrawFromOrganisation',
  ],
  ...['inviteOrganisationMember', 'acceptOrganisationInvitation', 'changeOrganisationRoles'],
  ...['endOrganisationMembership', 'suspendOrganisationMember', 'resumeOrganisationMember'],
  ...['suspendOrganisation', 'resumeOrganisation', 'delegateApprovals', 'endDelegation'],
  ...['draftPolicy', 'goBackToPolicy', 'changePolicyDraft', 'withdrawPolicyDraft', 'publishPolicy'],
  ...['approveSend', 'rejectSend', 'askSenderOfApproval', 'answerApprover', 'breakGlass', 'recallOnBehalf'],
  ...['transferApprovalSeat', 'remindApprovers', 'approveSends', 'readApproval', 'listApprovals'],
]

/** What a phone asks for by itself before it sends what is signed: nothing is moved, told or changed by either. */
export const deviceRoutes: readonly string[] = ['startStepUp', 'startPasskey']

/** A request as its sender means it. */
export interface Ask {
  /** The operation's name, as openapi.json has it: `sendPacket`. */
  route: string
  /** A member's id, or `operator`. */
  as: string
  params?: Record<string, string>
  query?: Record<string, string>
  body?: Fields
  /** A file that is handed in in place of a body, as text: nobody here takes pictures. */
  file?: { type: string; text: string }
  /** The Idempotency-Key, on every write but a claim. */
  key?: string
  /** What its sender signs with their passkey as it leaves their phone, as `startStepUp` is told of it. */
  signs?: Fields
  /** Set where no rule ever sees the body: it must be answered 400 and change nothing. */
  malformed?: true
}

export interface Reply {
  status: number
  body: Fields
  /** The body byte by byte: an answer that is given again must be the same. */
  text: string
}
