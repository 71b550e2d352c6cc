import type { ReactNode } from 'react'
import classes from './DocumentBeside.module.css'

/** A document and what there is to say about it: beside it where there is room, above it otherwise. */
export function DocumentBeside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.layout}>
      <div className={classes.aside}>{aside}</div>
      {children}
    </div>
  )
}
