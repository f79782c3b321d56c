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
  if (request.mode === 'navigate') event.respondWith(page(request))
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
