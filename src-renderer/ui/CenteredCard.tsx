import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CenteredCard.module.css'

/** A screen outside the work (sign-in, set-up, lock): one card in the middle. */
export function CenteredCard({
  title,
  text,
  width = 420,
  children,
}: {
  title: string
  text?: ReactNode
  width?: number
  children?: ReactNode
}) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} – ${t('common.appName')}`
  }, [title, t])
  return (
    <main className={classes.ground}>
      <div className={classes.card} style={{ maxWidth: width }}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <Text fw={600} size="lg">
            {t('common.appName')}
          </Text>
        </div>
        <Title order={1}>{title}</Title>
        {text && <div className={classes.text}>{text}</div>}
        {children}
      </div>
    </main>
  )
}
