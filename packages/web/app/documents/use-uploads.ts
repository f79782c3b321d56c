/** Documents on their way: how much has left, what failed and may be sent again. Each stays until it is sent or dropped. */

import { useRef, useState } from 'react'
import { type DocumentKind, type DocumentType } from '@laisee/core/document.ts'
import { handIn } from './upload.ts'

/** A document that was handed in, as this device keeps it. */
export interface HandedIn {
  id: string
  kind: DocumentKind
  type: DocumentType
}

export interface Sending {
  no: number
  kind: DocumentKind
  blob: Blob
  percent: number
  error: Error | undefined
}

export interface Uploads {
  sending: readonly Sending[]
  send: (kind: DocumentKind, blob: Blob) => void
  retry: (one: Sending) => void
  drop: (no: number) => void
}

export function useUploads(onSent: (document: HandedIn) => void): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const nextNo = useRef(1)
  const sent = useRef(onSent)
  sent.current = onSent
  const drop = (no: number) => setSending((all) => all.filter((one) => one.no !== no))
  const put = (no: number, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.no === no ? { ...one, ...change } : one)))
  const run = ({ no, kind, blob }: Sending) =>
    void handIn(kind, blob, (percent) => put(no, { percent })).then(
      ({ id, type, kind: kept }) => {
        drop(no)
        sent.current({ id, kind: kept, type })
      },
      (error: Error) => put(no, { error }),
    )
  return {
    sending,
    send: (kind, blob) => {
      const one = { no: nextNo.current++, kind, blob, percent: 0, error: undefined }
      setSending((all) => [...all, one])
      run(one)
    },
    retry: (one) => {
      put(one.no, { percent: 0, error: undefined })
      run(one)
    },
    drop,
  }
}
