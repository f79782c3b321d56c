/** Parts of a page that are loaded on their own. A network that goes away meanwhile takes none of the page with it. */

import { lazy } from 'react'

/** Where the browser says nothing of a network that is back. */
const tryAgainMs = 10_000

/** A part of a page, loaded when it is first shown; without a network it waits for one, and the page stays as it is. */
export const lazyPart: typeof lazy = (load) => lazy(() => loadedOnce(load))

async function loadedOnce<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    // What every browser throws where something cannot be fetched.
    if (!(cause instanceof TypeError)) throw cause
    await networkIsBack()
    return loadedOnce(load)
  }
}

function networkIsBack(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, tryAgainMs)
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    addEventListener('online', done)
  })
}
