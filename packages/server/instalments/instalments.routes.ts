/** Instalments over the API: proposed and agreed on by two, paid by one of them, let go of by the other. */

import type { RefusalCode } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { acceptInstalments, dropProposal } from './answer-proposal.ts'
import {
  AcceptBody,
  ConsentBody,
  InstalmentsParams,
  PayBody,
  ProposeBody,
  termsFrom,
} from './instalments.schemas.ts'
import { takeOverInstalments } from './creditor.ts'
import { payInstalment } from './pay-parts.ts'
import { proposeInstalments } from './propose.ts'
import { releaseInstalments, setConsent } from './settle.ts'
import { InstalmentsSchema, showRow } from './show-instalments.schemas.ts'

const tags = ['instalments']
const callers = ['member'] as const

const proposeRefusals: RefusalCode[] = [
  'not_found',
  'role_missing',
  'sender_still_there',
  'self_not_allowed',
  'recipient_blocked',
  'nothing_to_return',
  'already_given_back',
  'return_above_left',
  'return_text_refused',
  'instalment_count_out_of_bounds',
  'instalment_days_out_of_bounds',
  'interest_above_law',
  'parts_not_the_total',
  'reminded_enough',
]

const agreeRoutes = [
  route({
    method: 'POST',
    path: '/v1/instalments',
    name: 'proposeInstalments',
    summary: 'Propose to give back, or to be given back, in parts',
    description: [
      'Either of the two proposes; it counts once the other accepts that very version. Where the two are at it already it',
      'is the next version: what is agreed stays until the new one is accepted. No money moves. Whoever is paid back begins',
      'so three times at most about the same share, a day apart (`reminded_enough`); whoever owes, whenever they like. Of what',
      'an organisation paid, an administrator proposes once its sender has left, and takes over what is open with it.',
    ].join('\n'),
    tags,
    callers,
    body: ProposeBody,
    reply: InstalmentsSchema,
    status: 201,
    refusals: proposeRefusals,
    async handle({ tx, caller: { memberId }, body, remember }) {
      const { about, debtorId = null, note = null } = body
      const ask = { sourceId: about, memberId, debtorId, terms: termsFrom(body), note }
      const row = await proposeInstalments(tx, ask)
      remember(row.id)
      return showRow(tx, row, memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/instalments/{id}/accept',
    name: 'acceptInstalments',
    summary: 'Accept the version that one has seen',
    description:
      'Another version than the one that waits is refused as `instalments_moved_on`. An open return request for the same money ends with it.',
    tags,
    callers,
    params: InstalmentsParams,
    body: AcceptBody,
    reply: InstalmentsSchema,
    refusals: ['not_found', 'own_act', 'instalments_over', 'instalments_moved_on'],
    async handle({ tx, caller: { memberId }, params, body: { version, consent = false } }) {
      const row = await acceptInstalments(tx, { instalmentsId: params.id, memberId, version, consent })
      return showRow(tx, row, memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/instalments/{id}/drop',
    name: 'dropInstalmentsProposal',
    summary: 'Decline the other’s proposal, or take back one’s own',
    tags,
    callers,
    params: InstalmentsParams,
    reply: InstalmentsSchema,
    refusals: ['not_found', 'instalments_over', 'instalments_moved_on'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      showRow(tx, await dropProposal(tx, { instalmentsId: params.id, memberId }), memberId),
  }),
]

const payRoutes = [
  route({
    method: 'POST',
    path: '/v1/instalments/{id}/pay',
    name: 'payInstalment',
    summary: 'Pay the next part, another one, or all that is left: to the account the money came from',
    tags,
    callers,
    params: InstalmentsParams,
    body: PayBody,
    reply: InstalmentsSchema,
    refusals: [
      'not_found',
      'own_act',
      'instalments_over',
      'instalments_not_agreed',
      'instalment_paid_already',
      'wallet_frozen',
      'balance_too_low',
    ],
    async handle({ tx, caller: { memberId }, params, body }) {
      const no = body.all === true ? 'all' : (body.no ?? 'next')
      return showRow(tx, await payInstalment(tx, { instalmentsId: params.id, memberId, no }), memberId)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/instalments/{id}/consent',
    name: 'setInstalmentsConsent',
    summary: 'Let each part be taken on its day, or no longer',
    tags,
    callers,
    params: InstalmentsParams,
    body: ConsentBody,
    reply: InstalmentsSchema,
    refusals: ['not_found', 'own_act', 'instalments_over', 'instalments_not_agreed'],
    handle: async ({ tx, caller: { memberId }, params, body }) =>
      showRow(tx, await setConsent(tx, { instalmentsId: params.id, memberId, ...body }), memberId),
  }),
  route({
    method: 'POST',
    path: '/v1/instalments/{id}/release',
    name: 'releaseInstalments',
    summary: 'Let go of all that is left; what was paid stays paid',
    tags,
    callers,
    params: InstalmentsParams,
    reply: InstalmentsSchema,
    refusals: ['not_found', 'own_act', 'instalments_over', 'instalments_not_agreed'],
    handle: async ({ tx, caller: { memberId }, params }) =>
      showRow(tx, await releaseInstalments(tx, { instalmentsId: params.id, memberId }), memberId),
  }),
]

const takeOverRoute = route({
  method: 'POST',
  path: '/v1/instalments/{id}/take-over',
  name: 'takeOverInstalments',
  summary: 'Stand in the creditor’s place, as an administrator of the organisation that paid',
  description: [
    'Once whoever sent it has left: from then on the administrator accepts, declines, proposes and lets go. What is agreed',
    'stays, what was proposed still waits, and the money goes back to the organisation. Another administrator may take it',
    'over again. Said again by the same one, nothing changes.',
  ].join('\n'),
  tags,
  callers,
  params: InstalmentsParams,
  reply: InstalmentsSchema,
  refusals: ['not_found', 'role_missing', 'sender_still_there', 'self_not_allowed', 'instalments_over'],
  handle: async ({ tx, caller: { memberId }, params }) =>
    showRow(tx, await takeOverInstalments(tx, { instalmentsId: params.id, memberId }), memberId),
})

export const instalmentRoutes: readonly Route[] = [...agreeRoutes, ...payRoutes, takeOverRoute]
