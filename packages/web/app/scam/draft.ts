/** What is being checked, kept while the tab is open and no longer: other people's words are in it. */

const name = 'laisee.scam-check'
let memory = ''

/** The text as it was left. */
export function draft(): string {
  try {
    return sessionStorage.getItem(name) ?? memory
  } catch {
    return memory
  }
}

/** Keep the text across a reload. */
export function keepDraft(text: string): void {
  memory = text
  try {
    if (text === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {
    // Where nothing can be kept, it lives as long as the page.
  }
}
