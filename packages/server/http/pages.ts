/**
 * The API's description and its readable page. The page loads nothing from anywhere else: its script is served here,
 * fonts are the reader's own, and its policy lets it talk to this server only. It is put together when first asked
 * for, because its script is large and most servers never show it.
 */

import { createHash } from 'node:crypto'
import helmet from '@fastify/helmet'
import { fastify, type FastifyInstance } from 'fastify'
import { openapiText } from './openapi.ts'
import type { Route } from './route.ts'

export const openapiPath = '/v1/openapi.json'
const pagePath = '/docs'

interface Page {
  html: string
  script: string
  policy: string
}

/** Serve the description at `/v1/openapi.json` and the page at `/docs`. */
export async function registerPages(app: FastifyInstance, routes: readonly Route[]): Promise<void> {
  const text = openapiText(routes)
  app.get(openapiPath, (_request, reply) => reply.type('application/json; charset=utf-8').send(text))
  await app.register(async (pages) => {
    await pages.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false })
    let page: Promise<Page> | undefined
    const shown = () => (page ??= renderPage())
    pages.get(pagePath, (_request, reply) => reply.redirect(`${pagePath}/`))
    pages.get(`${pagePath}/`, async (_request, reply) => {
      const { html, policy } = await shown()
      return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(html)
    })
    pages.get(`${pagePath}/js/scalar.js`, async (_request, reply) => {
      const { script } = await shown()
      return reply
        .header('cache-control', 'public, max-age=3600')
        .type('text/javascript; charset=utf-8')
        .send(script)
    })
  })
}

/** The page and its script, taken once from the library that makes them. */
async function renderPage(): Promise<Page> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const maker = fastify()
  await maker.register(scalar, {
    routePrefix: pagePath,
    configuration: {
      url: openapiPath,
      pageTitle: 'Laisee API',
      telemetry: false,
      withDefaultFonts: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
  const { body: html } = await maker.inject(`${pagePath}/`)
  const { body: script } = await maker.inject(`${pagePath}/js/scalar.js`)
  await maker.close()
  return { html, script, policy: policyOf(html) }
}

/** The one inline script is named by its hash, so that no other can be slipped in. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1]!,
  )
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
