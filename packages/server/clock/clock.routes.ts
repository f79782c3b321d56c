/** The service's clock over the API: read by anyone for a countdown, moved forward in a demo world only. */

import { Type } from 'typebox'
import { dayMs, toIso } from '@laisee/core/instant.ts'
import { moveClock } from '../db/clock.sql.ts'
import { hint } from '../hints.ts'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named } from '../http/schemas.ts'

const tags = ['clock']
const ClockSchema = named(
  'Clock',
  'The service’s time: every countdown runs by it, not by the clock of a phone.',
  { now: MomentSchema },
)

const readRoute = route({
  method: 'GET',
  path: '/v1/clock',
  name: 'readClock',
  summary: 'The service’s time',
  tags,
  callers: ['public'],
  reply: ClockSchema,
  refusals: [],
  handle: ({ ctx }) => ctx.db.snapshot(async (tx) => ({ now: toIso(await tx.now()) })),
})

const forwardRoute = route({
  method: 'POST',
  path: '/v1/clock/forward',
  name: 'forwardClock',
  summary: 'Move the clock of a demo world forward: what is due then happens',
  tags,
  callers: ['operator:clock:write', 'member'],
  body: closed({
    byMs: Type.Integer({ minimum: 1, maximum: 30 * dayMs, description: 'Milliseconds, up to 30 days.' }),
  }),
  reply: ClockSchema,
  refusals: [],
  demoOnly: true,
  async handle({ tx, body }) {
    await tx.run(moveClock, BigInt(body.byMs))
    tx.afterCommit(() => hint('clock'))
    return { now: toIso(await tx.now()) }
  },
})

export const clockRoutes: readonly Route[] = [readRoute, forwardRoute]
