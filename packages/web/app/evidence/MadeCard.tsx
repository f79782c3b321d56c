/** A pack that was made: how large, how many items, its file; then what is in it and what it lacks. */

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { savePack, type MadePack } from './evidence-data.ts'
import { Gaps } from './Gaps.tsx'
import { Items } from './Items.tsx'
import { sizeText } from './size-text.ts'

export function MadeCard({ made: { pack, items, gaps } }: { made: MadePack }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const card = useRef<HTMLElement>(null)
  const save = useMutation({
    mutationFn: () => savePack(pack.id),
    onSuccess: (name) => say(t('evidence.downloaded', { name })),
    onError: (error) => say(failureText(error), 'warn'),
  })
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'start' })
  }, [pack.id])
  return (
    <>
      <section className="evidence-made" ref={card} role="status" aria-label={t('evidence.made')}>
        <h2>
          <Icon name="shield" size={24} /> {t('evidence.made')}
        </h2>
        <p className="evidence-facts">
          {t('evidence.madeNote', {
            count: items.length,
            size: sizeText(pack.bytes),
            at: fullText(pack.madeAt, languageNow(), now),
          })}
        </p>
        {pack.stamped && <p>{t('evidence.stamped')}</p>}
        <p className="sheet-note">{t('evidence.honest')}</p>
        <Button look="act" wide busy={save.isPending} onClick={() => save.mutate()}>
          {t('evidence.download')}
        </Button>
        <Link to="/verify" className="button link wide">
          {t('evidence.check')}
        </Link>
      </section>
      <Gaps gaps={gaps} />
      <Items title={t('evidence.items')} items={items} />
    </>
  )
}
