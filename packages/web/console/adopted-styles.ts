/**
 * Where the desk's components put their styles: into sheets that are made by script and adopted by the document, in
 * place of `style` elements, which the page's policy refuses. The build puts this module in the place of those that
 * write such elements (vite.config.ts). All of it stands in one layer below the desk's own style.
 */

interface Options {
  attachTo?: Element | ShadowRoot
  prepend?: boolean | 'queue'
  /** Lower stands earlier. */
  priority?: number
}

interface Adopted {
  key: string
  priority: number
  sheet: CSSStyleSheet
  /** What the caller holds and marks; it is never in the document. */
  element: HTMLStyleElement
}

const adopted: Adopted[] = []
let unnamed = 0

function keep(css: string, key: string, { priority = 0, prepend }: Options): HTMLStyleElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@layer components{${css}}`)
  const element = document.createElement('style')
  const rank = prepend === 'queue' ? priority : 0
  const after = adopted.findLastIndex((one) => one.priority <= rank) + 1
  adopted.splice(after, 0, { key, priority: rank, sheet, element })
  const others = document.adoptedStyleSheets.filter((one) => !adopted.some((own) => own.sheet === one))
  document.adoptedStyleSheets = [...others, ...adopted.map((one) => one.sheet)]
  return element
}

/** Add a sheet that nobody takes away. */
export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  return keep(css, `unnamed ${unnamed++}`, options)
}

/** Put a sheet under a name, in place of the one that was there. */
export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const known = adopted.find((one) => one.key === key)
  if (!known) return keep(css, key, options)
  known.sheet.replaceSync(`@layer components{${css}}`)
  return known.element
}

/** Take a sheet away. */
export function removeCSS(key: string): void {
  const index = adopted.findIndex((one) => one.key === key)
  if (index < 0) return
  const [gone] = adopted.splice(index, 1)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== gone!.sheet)
}

/** Nothing is kept but the sheets themselves. */
export function clearContainerCache(): void {
  unnamed = 0
}

/** The shadow root an element is in, where it is in one. */
export function getShadowRoot(element: Element | null): ShadowRoot | null {
  const root = element?.getRootNode()
  return root instanceof ShadowRoot ? root : null
}

/** Warnings of the components are for their makers. */
export function warningOnce(): void {
  // Nobody at the desk can act on them.
}
