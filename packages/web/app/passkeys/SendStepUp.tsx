/** The step-up of a send: what is sent, to whom and how much; with its proof it is sent under a new key. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from './passkeys-data.ts'
import { askFor, factsOf, type StepUpQuestion } from './step-up.ts'
import { StepUpSheet } from './StepUpSheet.tsx'

interface SendStepUpProps {
  question: StepUpQuestion
  onProof: (proof: Proof) => void
  onClose: () => void
}

export function SendStepUp({ question, onProof, onClose }: SendStepUpProps): ReactElement {
  const { t } = useTranslation()
  const { key, data } = factsOf(question)
  return (
    <StepUpSheet
      facts={t(`passkeys.facts.${key}`, data)}
      ask={askFor(question.what)}
      need={question.need}
      fault={question.fault}
      busy={false}
      onProof={onProof}
      onClose={onClose}
    />
  )
}
