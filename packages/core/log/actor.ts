/** Who did what an event tells of, as far as it says so: for whoever looks through the log. */

/** A member, a key, `operator`, or a duty of the service; null where the event names nobody as its doer. */
export function actorOf(data: Readonly<Record<string, unknown>>): string | null {
  const by = Array.isArray(data['by']) ? (data['by'] as unknown[])[0] : data['by']
  for (const named of [by, data['payerId'], data['senderId']])
    if (typeof named === 'string' && named !== '') return named
  return null
}
