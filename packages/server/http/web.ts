/**
 * The web app's built files. A file is served by its plain name only, so that no address leads out of the folder; every
 * other address outside the API answers with the app's page, or below /desk with the desk's, which find their own way.
 * The pages' policy lets them load nothing from elsewhere but photos, and run no script or style but their own files.
 */

import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** What the app's files may do in a browser. Two of the demo's persons are shown side by side in frames of our own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const safetyHeaders = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Names of files under `assets/` carry a hash of what is in them: they never change. */
const forEver = 'public, max-age=31536000, immutable'
const askEachTime = 'no-cache'

const pageFile = 'index.html'
const deskFile = 'desk.html'
const desk = /^\/desk(?:\/|$)/
const file = /^\/((?:assets\/)?\w[\w-]*(?:\.[\w-]+)+)$/
const compressedCopy = /\.(?:br|gz)$/
const page = /^(?:\/[\w~@:-]*)+$/
const reserved = /^\/(?:v1|docs|assets)(?:\/|$)/

/** Serve the built app in this folder. Throws where there is none. */
export async function registerWeb(app: FastifyInstance, webDir: string): Promise<void> {
  if (!existsSync(join(webDir, pageFile))) throw new Error(`${webDir} holds no built web app: no ${pageFile}`)
  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: webDir,
      serve: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        const isAsset = basename(dirname(path)) === 'assets'
        reply.headers({ ...safetyHeaders, 'cache-control': isAsset ? forEver : askEachTime })
      },
    })
    web.get('/*', (request, reply) => {
      const name = fileFor(request.url.split('?')[0]!, request.headers.accept ?? '')
      return name === undefined ? reply.callNotFound() : reply.sendFile(name)
    })
  })
}

/** The file that answers this address as it came, nothing decoded; undefined where none does. */
function fileFor(path: string, accept: string): string | undefined {
  const name = file.exec(path)?.[1]
  if (name !== undefined) return compressedCopy.test(name) ? undefined : name
  if (path === '/') return pageFile
  if (!page.test(path) || reserved.test(path) || !accept.includes('text/html')) return undefined
  return desk.test(path) ? deskFile : pageFile
}
