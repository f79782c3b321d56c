/**
 * The service worker: keeps the app's own files, so that it opens without a network. What the service answers is never
 * kept here: an old balance from a cache would be a lie. `version` is put in by the build.
 */

/// <reference lib="webworker" />

const worker = self as unknown as ServiceWorkerGlobalScope
const version = '__VERSION__'
const cacheName = `laisee-${version}`
const shellPath = '/index.html'
const patienceMs = 3_000

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  const list = (await (await fetch('/files.json', { cache: 'no-store' })).json()) as string[]
  await cache.addAll(list.map((path) => new Request(path, { cache: 'reload' })))
}

async function forgetOld(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('laisee-') && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** A page: from the network where that answers soon, else the one that is kept. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(shellPath)
  if (!kept) return fetch(request)
  const soon = AbortSignal.timeout(patienceMs)
  return fetch(request, { signal: soon }).catch(() => kept)
}

/**
 * A file of the app: as it is kept, else fetched. What a few people need and is large (fonts, what makes a PDF) is not
 * kept ahead; once asked for, it is kept as well. Names under assets/ carry a hash: a kept one is never stale.
 */
async function file({ request, waitUntil }: Asked): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const fetched = await fetch(request)
  if (fetched.ok && new URL(request.url).pathname.startsWith('/assets/')) {
    const copy = fetched.clone()
    waitUntil(caches.open(cacheName).then((cache) => cache.put(request, copy)))
  }
  return fetched
}

interface Asked {
  request: Request
  /** What goes on after the answer. */
  waitUntil: (going: Promise<unknown>) => void
}

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOld()))
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const isOurs = url.origin === worker.location.origin && request.method === 'GET'
  if (!isOurs || url.pathname.startsWith('/v1/') || url.pathname.startsWith('/docs')) return
  // The desk is for whoever is connected: its page is never kept.
  if (request.mode === 'navigate' && /^\/desk(\/|\.|$)/.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else
    event.respondWith(file({ request, waitUntil: (going) => event.waitUntil(going.catch(() => undefined)) }))
})
