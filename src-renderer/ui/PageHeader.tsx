import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './PageHeader.module.css'

interface PageHeaderProps {
  title: string
  /** Beside the title: a count, a state. */
  aside?: ReactNode
  /** Under the title: the two or three facts one always wants. */
  facts?: ReactNode
  /** At the right; the one primary action stands last. */
  actions?: ReactNode
}

/** The head of every page; it also names the window. */
export function PageHeader({ title, aside, facts, actions }: PageHeaderProps) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} – ${t('common.appName')}`
  }, [title, t])
  return (
    <header className={classes.header}>
      <div className={classes.titles}>
        <Title order={1}>{title}</Title>
        {typeof aside === 'string' ? <Text c="dimmed">{aside}</Text> : aside}
      </div>
      <Group gap="xs" className={classes.actions}>
        {actions}
      </Group>
      {facts && <div className={classes.facts}>{facts}</div>}
    </header>
  )
}
