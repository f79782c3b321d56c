/** Whether the service can answer: for load balancers and people. */

import { Type } from 'typebox'
import { readMigrationNo } from './health.sql.ts'
import { route, type Route } from './route.ts'
import { closed } from './schemas.ts'
import { version } from '../version.ts'

export const healthRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/health',
    name: 'readHealth',
    summary: 'Whether the service can answer',
    description: 'It answers once the database does: 503 `unavailable` where it cannot be reached.',
    tags: ['service'],
    callers: ['public'],
    reply: closed({
      status: Type.Literal('ok'),
      version: Type.String({ description: 'The version of this server.' }),
      migration: Type.Integer({ description: 'The last migration of its database.' }),
      demo: Type.Boolean({
        description: 'Whether this is a demo world, whose money and people are made up.',
      }),
    }),
    refusals: [],
    async handle({ ctx }) {
      const [row] = await ctx.db.run(readMigrationNo)
      return { status: 'ok' as const, version, migration: row!.no, demo: ctx.demo }
    },
  }),
]
