/** The service worker: registered where the built app runs; a new version is offered, never forced on a half-done send. */

type Listener = (waiting: ServiceWorker) => void
const listeners = new Set<Listener>()
let waiting: ServiceWorker | undefined

/** Register it, in the built app and where the browser has such a thing. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register('/sw.js')
    .then((registration) => {
      const watch = (worker: ServiceWorker | null) => {
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
        })
      }
      if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
      watch(registration.installing)
      registration.addEventListener('updatefound', () => watch(registration.installing))
    })
    .catch(() => undefined)
}

function offer(worker: ServiceWorker): void {
  waiting = worker
  for (const listener of listeners) listener(worker)
}

/** Call back when a new version waits. */
export function onNewVersion(listener: Listener): () => void {
  listeners.add(listener)
  if (waiting) listener(waiting)
  return () => void listeners.delete(listener)
}

/** Let the new version in, and load it. */
export function takeNewVersion(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  worker.postMessage('take-over')
}
