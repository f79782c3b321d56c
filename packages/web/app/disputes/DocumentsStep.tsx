/** Which documents help, and handing them in. None is needed to go on. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '@laisee/core/document.ts'
import { Icon } from '../../ui/Icon.tsx'
import { DocumentList } from '../documents/DocumentList.tsx'
import type { StepProps } from './CauseStep.tsx'

export function DocumentsStep({
  draft,
  change,
  kinds,
}: StepProps & { kinds: readonly DocumentKind[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="notice" data-tone="ice">
        <Icon name="lock" size={18} />
        <span>{t('documents.promise')}</span>
      </p>
      <section aria-label={t('documents.checklist')}>
        <DocumentList
          kinds={kinds}
          documents={draft.documents}
          onAdded={(made) =>
            change(({ documents }) => ({
              documents: [...documents.filter(({ id }) => id !== made.id), made],
            }))
          }
          onRemove={(id) =>
            change(({ documents }) => ({ documents: documents.filter((one) => one.id !== id) }))
          }
        />
        <p className="cells-foot">{t('documents.checklistNote')}</p>
      </section>
    </>
  )
}
