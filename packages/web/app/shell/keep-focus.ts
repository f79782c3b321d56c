/**
 * The focus is never lost. When what has it leaves the page, it goes to the nearest part around that is still there and
 * is marked with `data-focus-home`, else to the page's title; when what has it cannot be used for a while, it comes back
 * to it afterwards. Whoever uses keys or listens goes on where they were, and hears the title of a page that comes.
 */

/** What had the focus, and what was around it, from the inside out. */
let path: readonly Element[] = []
/** What had it could not be used when it lost it. */
let wasOff = false
let isAsked = false

function pathOf(element: Element): Element[] {
  const around = [element]
  for (let next = element.parentElement; next; next = next.parentElement) around.push(next)
  return around
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function forget(): void {
  path = []
  wasOff = false
}

/** After whoever else moves the focus as something closes. */
function lookSoon(): void {
  if (isAsked || path.length === 0) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    if (isLost()) putBack()
  })
}

function putBack(): void {
  const [had, ...around] = path
  if (!had) return
  if (had.isConnected) {
    if (had.matches(':disabled')) wasOff = true
    else {
      // Let go of by its person, who touched somewhere else, unless it was only off for a while.
      if (wasOff && had instanceof HTMLElement) had.focus({ preventScroll: true })
      forget()
    }
    return
  }
  const home =
    around.find((part) => part.isConnected && part.hasAttribute('data-focus-home')) ??
    document.querySelector('main h1, h1')
  // Between two pages there is neither: what comes next changes the page, and it is looked for again.
  if (!(home instanceof HTMLElement)) return
  forget()
  if (!home.hasAttribute('tabindex')) home.tabIndex = -1
  home.focus({ preventScroll: true })
}

/** Keep it from now on. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    path = pathOf(target)
    wasOff = false
  })
  document.addEventListener('focusout', lookSoon)
  new MutationObserver(() => {
    if (isLost()) lookSoon()
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
}
