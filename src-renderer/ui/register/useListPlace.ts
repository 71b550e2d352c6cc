import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'

interface Place {
  top: number
  active: number | undefined
}

/** Where one is in a list, and where one left it when one was at this step of the history before. */
export interface ListPlace {
  left: Place | undefined
  now: RefObject<Place | undefined>
}

/** By step of the window's history; forgotten with the page. */
const places = new Map<string, Place>()

/** Remembers where in a list one was, for coming back to it by the history. */
export function useListPlace(): ListPlace {
  const { pathname, key } = useLocation({
    select: ({ pathname, state }) => ({ pathname, key: state.__TSR_key ?? '' }),
  })
  const [path] = useState(pathname)
  const [left] = useState(() => places.get(key))
  const step = useRef(key)
  const now = useRef<Place>(undefined)
  // Before the list goes, the address is already that of the next page.
  if (pathname === path) step.current = key
  useEffect(
    () => () => {
      if (now.current) places.set(step.current, now.current)
    },
    [],
  )
  return { left, now }
}
