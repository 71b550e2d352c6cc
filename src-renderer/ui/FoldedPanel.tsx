import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './FoldedPanel.module.css'

interface FoldedPanelProps {
  title: string
  /** What is in it, in one line, while it is folded. */
  summary?: string
  /** Is it open at first? */
  isOpen?: boolean
  /** Is something in it to be seen to? Then it opens by itself. */
  needsLook?: boolean
  children: ReactNode
}

/**
 * A titled part of a form that most people do not need: folded with a line that says what is in it. Its fields stay in the
 * page, so that a form finds one that has a problem.
 */
export function FoldedPanel({
  title,
  summary,
  isOpen = false,
  needsLook = false,
  children,
}: FoldedPanelProps) {
  const [chosen, setChosen] = useState<boolean>()
  const bodyId = useId()
  const open = needsLook || (chosen ?? isOpen)
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className={classes.heading}>
        <button
          type="button"
          className={classes.head}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setChosen(!open)}
        >
          <span className={classes.title}>{title}</span>
          <span className={classes.summary}>{!open && summary}</span>
          <IconChevronDown size={18} aria-hidden className={classes.arrow} />
        </button>
      </h2>
      <div id={bodyId} hidden={!open} className={classes.body}>
        {children}
      </div>
    </section>
  )
}
