/** The doors of a demo world, which nobody has to knock at: its people, being one of them, coming in as somebody new. */

import { Type } from 'typebox'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, named, nullable } from '../http/schemas.ts'
import { showSignedIn, SignedInSchema } from '../keys/sign-in.schemas.ts'
import { NameInput } from '../people/people.schemas.ts'
import { readDemoPeople } from './read-people.ts'
import { joinDemo, signInToDemo } from './sign-in-to-demo.ts'

const tags = ['demo'] as const

const DemoPersonSchema = named('DemoPerson', 'Somebody of a demo world whom a visitor may be.', {
  memberId: IdSchema('member'),
  name: Type.String(),
  photoUrl: nullable(Type.String()),
  role: Type.String({ description: 'Who they are in this world, in Chinese: 奶奶, 老板.' }),
  groups: Type.Array(Type.String(), { description: 'The names of the groups they are in.' }),
})

const peopleRoute = route({
  method: 'GET',
  path: '/v1/demo/people',
  name: 'listDemoPeople',
  summary: 'The people of a demo world, one of whom a visitor may be',
  tags,
  callers: ['public'],
  reply: closed({ items: Type.Array(DemoPersonSchema) }),
  refusals: [],
  demoOnly: true,
  async handle({ ctx }) {
    return { items: await ctx.db.snapshot((tx) => readDemoPeople(tx, ctx.cast.members())) }
  },
})

const signInRoute = route({
  method: 'POST',
  path: '/v1/demo/sign-in',
  name: 'signInToDemo',
  summary: 'Sign in to a demo world as one of its members, without any proof',
  tags,
  callers: ['public'],
  body: closed({ memberId: IdSchema('member') }),
  reply: SignedInSchema,
  status: 201,
  refusals: ['not_found'],
  demoOnly: true,
  showsSecret: true,
  handle: async ({ tx, ctx, body }) => showSignedIn(await signInToDemo(tx, ctx, body)),
})

const joinRoute = route({
  method: 'POST',
  path: '/v1/demo/newcomers',
  name: 'joinDemo',
  summary: 'Come into a demo world as a new person with an empty wallet',
  tags,
  callers: ['public'],
  body: closed({ name: NameInput }),
  reply: SignedInSchema,
  status: 201,
  refusals: [],
  demoOnly: true,
  showsSecret: true,
  async handle({ tx, ctx, body, remember }) {
    const session = await joinDemo(tx, ctx, body)
    remember(session.memberId)
    return showSignedIn(session)
  },
})

export const demoRoutes: readonly Route[] = [peopleRoute, signInRoute, joinRoute]
