/**
 * The application: the service behind its HTTP edge. Tests, the demo, the simulation and the composition root boot the
 * same one, each with its own database, time and chance.
 */

import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Context } from './context.ts'
import { createFeed } from './events/feed.ts'
import { watchRequests } from './http/closing.ts'
import { takeBytes } from './http/body-type.ts'
import { formats } from './http/formats.ts'
import { parseJson } from './http/json.ts'
import { createLimits, limitDefaults, type LimitSettings } from './http/limits.ts'
import { registerPages } from './http/pages.ts'
import { addProblems, addReplyHeaders, answerUnreadable, sendProblem } from './http/replies.ts'
import { problemFor } from './http/errors.ts'
import { registerRoutes } from './http/register.ts'
import type { Route } from './http/route.ts'
import { createStreamDesk } from './http/stream-desk.ts'
import { registerWeb } from './http/web.ts'
import { createGate, type Gate } from './keys/gate.ts'
import { routes as everyRoute } from './routes.ts'

export interface AppOptions {
  /** How often callers may ask; `off` for benchmarks. */
  limits?: Partial<LimitSettings> | 'off'
  /** Streams of events that one caller may have open. */
  streamsMax?: number
  /** Believe `X-Forwarded-For` of these proxies. */
  trustProxy?: string | string[]
  /** The folder of the built web app, served at `/`; nothing is where it is not said. */
  webDir?: string | null
  /** Other routes than the service's own: for tests of the edge. */
  routes?: readonly Route[]
}

export interface App {
  app: FastifyInstance
  gate: Gate
  /** Stop taking requests, end the streams, finish what runs. The database stays open. */
  stop(): Promise<void>
}

const bodyBytesMax = 65_536
const paramLengthMax = 512
const streamsMaxDefault = 20

/** Put the application together. It answers through `app.listen` or `app.inject`. */
export async function createApp(ctx: Context, options: AppOptions = {}): Promise<App> {
  const { routes = everyRoute } = options
  const gate = createGate({ db: ctx.db, demo: ctx.demo, log: ctx.log })
  const feed = createFeed(ctx.db, ctx.log)
  const limits = createLimits(options.limits === 'off' ? 'off' : { ...limitDefaults, ...options.limits })
  const streams = createStreamDesk({
    gate,
    feed,
    log: ctx.log,
    streamsMax: options.streamsMax ?? streamsMaxDefault,
  })
  const app = createServer(ctx, options)
  takeBytes(app, routes)
  addReplyHeaders(app)
  addProblems(app, ctx.log, routes)
  app.decorateRequest('entrance', null)
  registerRoutes(app, { ctx, gate, limits, feed, streams }, routes)
  await registerPages(app, routes)
  if (options.webDir) await registerWeb(app, options.webDir)
  const closeConnections = watchRequests(app.server)
  await gate.start()
  await app.ready()
  return {
    app,
    gate,
    async stop() {
      streams.stop()
      await Promise.all([app.close(), closeConnections()])
      await feed.stop()
      await gate.stop()
    },
  }
}

const formatChecks = Object.fromEntries(
  Object.entries(formats).map(([name, { validate }]) => [name, validate] as const),
)

function createServer(ctx: Context, options: AppOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: bodyBytesMax,
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: paramLengthMax },
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(reply, problemFor(error, request.id, ctx.log)),
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true },
      onCreate(ajv: { addFormat(name: string, check: (text: string) => boolean): void }) {
        for (const [name, { validate }] of Object.entries(formats)) ajv.addFormat(name, validate)
      },
    },
    // Replies are written by a checker of their own, which says on stderr what it does not know.
    serializerOpts: { ajv: { formats: formatChecks } },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    done(null, readBody(request, body as Buffer))
  })
  return app
}

/** An empty body is none: whether that will do is for the route's schema. */
function readBody(request: FastifyRequest, body: Buffer): unknown {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity')
    throw new RefusalError(refuse('unsupported_media_type'))
  return body.length === 0 ? undefined : parseJson(body)
}

const saneRequestId = /^[\w.:-]{1,128}$/

/**
 * The caller's own name for its request where it is sane, else a new one: replies, problems and logs carry it. An address
 * is no name: the log keeps none.
 */
function requestIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && saneRequestId.test(given) && isIP(given) === 0
    ? given
    : `req_${randomUUID().replaceAll('-', '')}`
}
