import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { LoadingFailure } from '../../ui/LoadingFailure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { SourceCompare } from './SourceCompare.tsx'
import { templateTitle, validityOf, versionName } from './templateTexts.ts'

const route = getRouteApi('/templates/$code/compare')

/** Two versions of a template side by side; one that is not named is the shipped one. */
export function TemplateCompareScreen() {
  const { t } = useTranslation()
  const { code } = route.useParams()
  const { before = null, after = null } = route.useSearch()
  const left = useQuery(orpc.templates.source.queryOptions({ input: { code, id: before } }))
  const right = useQuery(orpc.templates.source.queryOptions({ input: { code, id: after } }))
  useShortcuts({ back: useBackTo('/templates') })
  const sides = useMemo(() => {
    if (!left.data || !right.data) return undefined
    const [a, b] = [left.data, right.data].map(({ source, version }) => ({
      source,
      name: versionName(version),
    }))
    return a && b ? { before: a, after: b } : undefined
  }, [left.data, right.data])
  if (left.error ?? right.error) return <LoadingFailure error={left.error ?? right.error} />
  return (
    <>
      <PageHeader title={t('templates.compareTitle')} aside={templateTitle(code)} />
      <Group grow mt="md" mb={6}>
        {[left.data, right.data].map((side, index) => (
          <Text key={index === 0 ? 'before' : 'after'} fw={500}>
            {side && `${versionName(side.version)}, ${validityOf(side.version)}`}
          </Text>
        ))}
      </Group>
      {sides?.before.source === sides?.after.source && sides && (
        <Notice tone="hint">{t('templates.same')}</Notice>
      )}
      {sides && <SourceCompare {...sides} />}
    </>
  )
}
