import { Button, Group, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '../../api/client.ts'

/** How far a check, an import or its undoing is, with the way to stop it; shown once it takes longer than a moment. */
export function WorkProgress({ id }: { id: number }) {
  const { t } = useTranslation()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 500)
    return () => clearTimeout(timer)
  }, [])
  const { data } = useQuery(
    orpc.imports.progress.queryOptions({ input: { id }, refetchInterval: 300, gcTime: 0, enabled: isLong }),
  )
  if (!isLong || !data) return null
  const { phase, done, total } = data
  const share = total ? (done / total) * 100 : 0
  return (
    <Group gap="sm" role="status">
      <Progress value={share} flex={1} aria-label={t(`imports.phases.${phase}`)} />
      <Text size="sm">
        {phase === 'checking'
          ? t('imports.checkingShare', { share: Math.floor(share) })
          : t('imports.workDone', { phase: t(`imports.phases.${phase}`), done, total })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => api.imports.cancel({ id })}>
        {t('imports.stop')}
      </Button>
    </Group>
  )
}
