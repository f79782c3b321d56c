/**
 * What the device keeps: small values by name, across reloads. Where storage is full or forbidden they live until the
 * page closes, and nothing breaks.
 */

const memory = new Map<string, string>()
const listeners = new Set<(name: string) => void>()

/** What is kept under a name, or undefined. Whatever cannot be read as JSON counts as nothing. */
export function recall(name: string): unknown {
  const text = memory.get(name) ?? readStored(name)
  if (text === null || text === undefined) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Keep a value under a name; undefined forgets it. */
export function keep(name: string, value: unknown): void {
  const text = value === undefined ? undefined : JSON.stringify(value)
  try {
    if (text === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    memory.delete(name)
  } catch {
    if (text === undefined) memory.delete(name)
    else memory.set(name, text)
  }
  for (const listener of listeners) listener(name)
}

/** Call back when something under a name changes, here or in another tab. Gives the function that stops it. */
export function onKept(listener: (name: string) => void): () => void {
  listeners.add(listener)
  const elsewhere = (event: StorageEvent) => event.key !== null && listener(event.key)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', elsewhere)
  }
}

function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
