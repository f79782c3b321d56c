/** A text that is typed here first and stands in the address once typing rests. */

import { useEffect, useState } from 'react'
import { setQuery, useAddress, type Query } from '../address.ts'

const pauseMs = 300

const nothingElse: Query = {}

/**
 * The text as it is typed, and how it is changed. What changes the address elsewhere (going back, clearing) is what stands
 * here. With it `also` changes: a constant.
 */
export function useTyped(field: string, also = nothingElse): [typed: string, type: (text: string) => void] {
  const inAddress = useAddress().query[field] ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [last, setLast] = useState(inAddress)
  if (last !== inAddress) {
    setLast(inAddress)
    setTyped(inAddress)
  }
  useEffect(() => {
    if (typed === inAddress) return undefined
    const timer = setTimeout(() => setQuery({ ...also, [field]: typed }), pauseMs)
    return () => clearTimeout(timer)
  }, [field, typed, inAddress, also])
  return [typed, setTyped]
}
