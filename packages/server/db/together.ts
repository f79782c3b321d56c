/**
 * Work of one transaction that does not wait for each other and leaves at once (docs/decisions/0011). What fails is told
 * only when all of it is over: a statement of the others that came after the transaction, or its savepoint, was rolled
 * back would stay where everything else was undone.
 */

type Answers<Asked extends readonly unknown[]> = { -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }

/** All the answers, in order. Throws what failed first in time: what failed behind it may have failed because of it. */
export async function together<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<Answers<Asked>> {
  let failed: { error: unknown } | undefined
  const heard = asked.map((one) =>
    Promise.resolve(one).catch((error: unknown) => {
      failed ??= { error }
    }),
  )
  const answers = await Promise.all(heard)
  if (failed) throw failed.error
  return answers as Answers<Asked>
}
