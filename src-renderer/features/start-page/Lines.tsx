import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/Panel.tsx'
import classes from './StartScreen.module.css'

interface LinesProps {
  title: string
  /** Undefined while they are read. */
  lines: { key: number; to: string; text: string; aside: string }[] | undefined
  /** Where all of them are, or links of another kind. */
  allTo: string | ReactNode
}

/** The first rows of a register that wait, and the way to all of them; nothing where none waits. */
export function Lines({ title, lines, allTo }: LinesProps) {
  const { t } = useTranslation()
  if (!lines || lines.length === 0) return null
  const actions =
    typeof allTo === 'string' ? (
      <Anchor component={Link} to={allTo} size="sm">
        {t('startPage.showAll')}
      </Anchor>
    ) : (
      allTo
    )
  return (
    <Panel title={title} actions={actions}>
      {lines.map((line) => (
        <Link key={line.key} to={line.to} className={classes.line}>
          <span>{line.text}</span>
          <span className={classes.aside}>{line.aside}</span>
        </Link>
      ))}
    </Panel>
  )
}
