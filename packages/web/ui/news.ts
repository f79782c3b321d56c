/** Short news on their way to the screen: kept until somebody shows them. */

export interface News {
  text: string
  tone: 'plain' | 'warn'
}

const waiting: News[] = []
const listeners = new Set<(news: News) => void>()
const begun = new Set<() => void>()

/** Say something; where nobody shows news yet, whoever waits for the first is told. */
export function sayNews(news: News): void {
  if (listeners.size === 0) waiting.push(news)
  for (const listener of listeners) listener(news)
  for (const begin of begun) begin()
}

/** Show news from now on, beginning with those that wait. Gives the function that stops it. */
export function listenForNews(listener: (news: News) => void): () => void {
  listeners.add(listener)
  for (const news of waiting.splice(0)) listener(news)
  return () => void listeners.delete(listener)
}

/** Call back whenever there is news. Gives the function that stops it. */
export function onNews(begin: () => void): () => void {
  begun.add(begin)
  if (waiting.length > 0) begin()
  return () => void begun.delete(begin)
}
