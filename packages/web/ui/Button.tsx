/** A button that says what it does, waits visibly, cannot be pressed twice, and says why where it cannot be pressed. */

import { useId, type ButtonHTMLAttributes, type ReactElement, type ReactNode } from 'react'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  look?: 'act' | 'packet' | 'plain' | 'warn' | 'link'
  wide?: boolean
  small?: boolean
  /** It is being done: nothing can be pressed meanwhile. */
  busy?: boolean
  /** Why it cannot be pressed now; it is then not pressable, and says so. */
  whyNot?: string | undefined
  children: ReactNode
}

export function Button(props: ButtonProps): ReactElement {
  const {
    look = 'plain',
    wide,
    small,
    busy = false,
    whyNot,
    disabled,
    children,
    type = 'button',
    ...rest
  } = props
  const whyId = useId()
  const names = ['button', look, wide && 'wide', small && 'small'].filter(Boolean).join(' ')
  return (
    <>
      <button
        {...rest}
        type={type}
        className={names}
        disabled={disabled === true || whyNot !== undefined}
        // Who has the focus on it keeps it while it is busy.
        aria-disabled={busy || undefined}
        aria-busy={busy || undefined}
        onClick={busy ? (event) => event.preventDefault() : rest.onClick}
        aria-describedby={whyNot === undefined ? rest['aria-describedby'] : whyId}
      >
        {busy && <span className="spinner" aria-hidden="true" />}
        {children}
      </button>
      {whyNot !== undefined && (
        <p className="why-not" id={whyId}>
          {whyNot}
        </p>
      )}
    </>
  )
}
