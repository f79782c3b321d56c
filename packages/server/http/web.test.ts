/** The web app's files as a browser gets them: what is served, how long it is kept, and what no address reaches. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, type App } from '../app.ts'
import { startTestService, type TestService } from '../testing/service.ts'

const html = '<!doctype html><title>利是</title><script type="module" src="/assets/app-1a2b3c.js"></script>\n'
const deskHtml =
  '<!doctype html><title>利是工作台</title><script type="module" src="/assets/desk-4d5e6f.js"></script>\n'
const script = `console.log('${'利是'.repeat(500)}')\n`
const navigation = 'text/html,application/xhtml+xml,*/*;q=0.8'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'"

let folder: string
let webDir: string
let service: TestService
let edge: App

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laisee-web-'))
  webDir = join(folder, 'dist')
  mkdirSync(join(webDir, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'the secret beside the folder')
  writeFileSync(join(webDir, '.env'), 'the secret in the folder')
  for (const [name, text] of [
    ['index.html', html],
    ['desk.html', deskHtml],
    ['sw.js', 'self.skip = 1\n'],
    ['manifest.webmanifest', '{}'],
    ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['assets/app-1a2b3c.js', script],
    ['assets/app-1a2b3c.js.br', brotliCompressSync(script)],
    ['assets/app-1a2b3c.js.gz', gzipSync(script)],
  ] as const)
    writeFileSync(join(webDir, name), text)
  service = await startTestService()
  edge = await createApp(service.ctx, { limits: 'off', webDir })
})
afterAll(async () => {
  await edge.stop()
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

function get(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') {
  return edge.app.inject({ method, url, headers })
}

describe('the page', () => {
  it.each(['/', '/chats', '/chats/mem_0123', '/sign-in', '/packets/pkt_1/claims', '/claim?from=qr'])(
    'answers a browser at %s, under a policy that lets no script in but its own',
    async (url) => {
      const reply = await get(url, { accept: navigation })
      expect(reply.statusCode).toBe(200)
      expect(reply.body).toBe(html)
      expect(reply.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy':
          'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
      })
    },
  )

  it.each(['/desk', '/desk/', '/desk/org_0123/policy?version=3'])(
    'of the desk answers a browser at %s, under the same policy',
    async (url) => {
      const reply = await get(url, { accept: navigation })
      expect(reply.statusCode).toBe(200)
      expect(reply.body).toBe(deskHtml)
      expect(reply.headers).toMatchObject({ 'content-security-policy': policy, 'cache-control': 'no-cache' })
    },
  )

  it('of the phone answers where an address only begins like the desk’s', async () => {
    expect((await get('/desks', { accept: navigation })).body).toBe(html)
  })

  it('answers at its address whoever asks, and a program elsewhere is told that nothing is there', async () => {
    expect((await get('/', { accept: '*/*' })).body).toBe(html)
    expect((await get('/', {}, 'HEAD')).statusCode).toBe(200)
    const reply = await get('/chats', { accept: 'application/json' })
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toMatchObject({ code: 'not_found' })
  })

  it('is not sent again to a browser that has it', async () => {
    const first = await get('/', { accept: navigation })
    const again = await get('/', { accept: navigation, 'if-none-match': String(first.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })
})

describe('a file', () => {
  it.each([
    ['/sw.js', 'application/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b3c.js', 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s is what it is, and is kept as long as it may be', async (url, type, kept) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe(type)
    expect(reply.headers['cache-control']).toBe(kept)
    expect(reply.headers['content-security-policy']).toBe(policy)
  })

  it('comes compressed to whoever can read that', async () => {
    const url = '/assets/app-1a2b3c.js'
    const brotli = await get(url, { 'accept-encoding': 'gzip, br' })
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script)
    const gzip = await get(url, { 'accept-encoding': 'gzip' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(script)
    expect((await get(url)).body).toBe(script)
  })

  it.each([
    '/assets/app-other.js',
    '/assets/app-1a2b3c.js.br',
    '/assets/app-1a2b3c.js.gz',
    '/assets/',
    '/assets',
    '/assets/deep/app.js',
    '/favicon.ico',
    '/.env',
    '/assets/.env',
    '/package.json',
  ])('%s is not there, and no page stands in for it', async (url) => {
    const reply = await get(url, { accept: navigation })
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.json()).toMatchObject({ code: 'not_found' })
  })
})

describe('an address that leads out of the folder', () => {
  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets/..%00/secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/%E0%A4%A',
  ])('%s reaches nothing', async (url) => {
    const reply = await get(url, { accept: navigation })
    expect([400, 404]).toContain(reply.statusCode)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.body).not.toContain('the secret')
  })

  it('reaches nothing either when it is sent as no browser would', async () => {
    await edge.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = edge.app.server.address() as AddressInfo
    for (const path of ['/../secret.txt', '/assets/../../secret.txt', '/./../secret.txt', '../secret.txt']) {
      const text = await new Promise<string>((done, reject) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n`),
        )
        let all = ''
        socket.on('data', (part) => (all += part.toString()))
        socket.on('close', () => done(all))
        socket.on('error', reject)
      })
      expect(text, path).toMatch(/^HTTP\/1\.1 40[04] /)
      expect(text, path).not.toContain('the secret')
    }
  })
})

describe('the API beside it', () => {
  it.each(['/v1/nothing', '/v1', '/v1/', '/v1/packets/x/y/z', '/docs/nothing'])(
    '%s is answered with a problem, to a browser as well',
    async (url) => {
      const reply = await get(url, { accept: navigation })
      expect(reply.statusCode).toBe(404)
      expect(reply.json()).toMatchObject({ code: 'not_found' })
    },
  )

  it('still says which methods an address takes, and shows its own pages', async () => {
    const reply = await get('/v1/sign-in', { accept: navigation })
    expect(reply.statusCode).toBe(405)
    expect(reply.headers.allow).toBe('POST')
    expect((await get('/v1/health', { accept: navigation })).json()).toMatchObject({ status: 'ok' })
    expect((await get('/docs', { accept: navigation })).statusCode).toBe(302)
    expect((await get('/chats', { accept: navigation }, 'POST')).statusCode).toBe(404)
  })

  it('has nothing at an id too long for it, and does not say that the method is wrong', async () => {
    const reply = await edge.app.inject({ method: 'GET', url: `/v1/packets/${'a'.repeat(1_000)}` })
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toMatchObject({ code: 'not_found' })
    expect(reply.headers.allow).toBeUndefined()
  })

  it('is alone where there is no app, and a folder without one is told at the start', async () => {
    const bare = await createApp(service.ctx, { limits: 'off' })
    const reply = await bare.app.inject({ url: '/', headers: { accept: navigation } })
    expect(reply.statusCode).toBe(404)
    await bare.stop()
    await expect(createApp(service.ctx, { webDir: folder })).rejects.toThrow('holds no built web app')
  })
})
