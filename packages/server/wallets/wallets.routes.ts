/** Wallets: filled, emptied and frozen by the operator; read by the operator and by whose they are. */

import { Type } from 'typebox'
import { numberOf, pageReply, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, PageOf, PageQuery } from '../http/schemas.ts'
import { pageOfEntries } from '../ledger/entries.ts'
import { freezeReasonLengthMax, freezeWallet, unfreezeWallet } from './freeze.ts'
import { topUp, withdraw } from './funding.ts'
import { showWallet } from './show-wallet.ts'
import {
  EntrySchema,
  FundingBody,
  FundingSchema,
  showEntry,
  showFunding,
  showState,
  WalletSchema,
} from './wallets.schemas.ts'

const byId = closed({ id: IdSchema('member') })
const tags = ['wallets']

const fundingRoutes = [
  route({
    method: 'POST',
    path: '/v1/top-ups',
    name: 'topUp',
    summary: 'Credit a wallet with money from outside',
    tags,
    callers: ['operator:money:write'],
    body: FundingBody,
    reply: FundingSchema,
    status: 201,
    refusals: ['member_unknown', 'balance_above_max'],
    handle: async ({ tx, body, remember }) => {
      const { memberId, amount, reference = null } = body
      const funding = await topUp(tx, { memberId, amount: BigInt(amount), reference })
      remember(funding.id)
      return showFunding(funding)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/withdrawals',
    name: 'withdraw',
    summary: 'Pay money out of a wallet',
    tags,
    callers: ['operator:money:write'],
    body: FundingBody,
    reply: FundingSchema,
    status: 201,
    refusals: ['member_unknown', 'wallet_frozen', 'balance_too_low'],
    handle: async ({ tx, body, remember }) => {
      const { memberId, amount, reference = null } = body
      const funding = await withdraw(tx, { memberId, amount: BigInt(amount), reference })
      remember(funding.id)
      return showFunding(funding)
    },
  }),
]

const freezeRoutes = [
  route({
    method: 'PUT',
    path: '/v1/members/{id}/freeze',
    name: 'freezeWallet',
    summary: 'Freeze a wallet',
    description: 'It refuses debits from then on, never credits or refunds. The member is shown the reason.',
    tags,
    callers: ['operator:wallets:freeze'],
    params: byId,
    body: closed({
      reason: Type.String({
        minLength: 1,
        maxLength: freezeReasonLengthMax * 4,
        description: 'Shown to the member.',
      }),
    }),
    reply: WalletSchema,
    refusals: ['not_found', 'already_frozen', 'freeze_sum_max'],
    handle: async ({ tx, caller, params, body }) => {
      await freezeWallet(tx, { memberId: params.id, keyId: caller.keyId, reason: body.reason })
      return showState(await showWallet(tx, params.id))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/members/{id}/freeze',
    name: 'unfreezeWallet',
    summary: 'Lift the freeze of a wallet',
    tags,
    callers: ['operator:wallets:freeze'],
    params: byId,
    reply: WalletSchema,
    refusals: ['not_found', 'not_frozen'],
    handle: async ({ tx, caller, params }) => {
      await unfreezeWallet(tx, { memberId: params.id, keyId: caller.keyId })
      return showState(await showWallet(tx, params.id))
    },
  }),
]

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/wallet',
    name: 'getWallet',
    summary: "Read one's wallet",
    tags,
    callers: ['member'],
    reply: WalletSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller }) =>
      ctx.db.snapshot(async (tx) => showState(await showWallet(tx, caller.memberId))),
  }),
  route({
    method: 'GET',
    path: '/v1/members/{id}/wallet',
    name: 'getMemberWallet',
    summary: "Read a member's wallet",
    tags,
    callers: ['operator:money:read'],
    params: byId,
    reply: WalletSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, params }) => ctx.db.snapshot(async (tx) => showState(await showWallet(tx, params.id))),
  }),
  route({
    method: 'GET',
    path: '/v1/wallet/entries',
    name: 'listEntries',
    summary: "Read one's statement, newest first",
    description:
      'In the wallet’s own order, with the balance after each line. No page skips a line that was committed late.',
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(EntrySchema),
    refusals: [],
    idempotent: 'read',
    handle: async ({ ctx, caller, query }) => {
      const below = numberOf(query.cursor)
      const rows = await ctx.db.snapshot((tx) => pageOfEntries(tx, caller.memberId, below, rowsFor(query)))
      return pageReply(query, rows, showEntry, (row) => [Number(row.entryNo)])
    },
  }),
]

export const walletRoutes: readonly Route[] = [...fundingRoutes, ...freezeRoutes, ...readRoutes]
