import { Button, Checkbox, Group, Table, Text, VisuallyHidden } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateVersion } from '#shared/features/templates/templates.contract.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { validityOf, versionName } from './templateTexts.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

/** Every version of a template; two of them can be laid side by side. */
export function TemplateVersions({ code, versions }: { code: string; versions: readonly TemplateVersion[] }) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<(number | null)[]>([])
  const [ending, setEnding] = useState<TemplateVersion>()
  const write = (search: { draft?: number; from?: number }) =>
    navigate({ to: '/templates/$code/edit', params: { code }, search })
  const compare = () => {
    // The older at the left, whichever was ticked first.
    const [older, newer] = chosen.toSorted((a, b) => (a ?? 0) - (b ?? 0))
    navigate({
      to: '/templates/$code/compare',
      params: { code },
      search: { ...(older ? { before: older } : {}), ...(newer ? { after: newer } : {}) },
    })
  }
  return (
    <Panel
      title={t('templates.versions')}
      actions={
        versions.length > 1 && (
          <Button variant="default" disabled={chosen.length !== 2} onClick={compare}>
            {t('templates.compare')}
          </Button>
        )
      }
    >
      {versions.length > 1 && (
        <Text c="dimmed" mb="sm">
          {t('templates.compareHint')}
        </Text>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            {versions.length > 1 && (
              <Table.Th w={40}>
                <VisuallyHidden>{t('templates.compare')}</VisuallyHidden>
              </Table.Th>
            )}
            <Table.Th>{t('templates.fields.version')}</Table.Th>
            <Table.Th>{t('templates.fields.valid')}</Table.Th>
            <Table.Th>{t('templates.fields.note')}</Table.Th>
            <Table.Th>{t('templates.fields.approvedBy')}</Table.Th>
            <Table.Th>{t('templates.fields.author')}</Table.Th>
            <Table.Th>{t('common.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <Table.Tr key={version.id ?? 'shipped'}>
              {versions.length > 1 && (
                <Table.Td>
                  <Checkbox
                    aria-label={t('templates.choose', { version: versionName(version) })}
                    checked={chosen.includes(version.id)}
                    disabled={chosen.length === 2 && !chosen.includes(version.id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setChosen(checked ? [...chosen, version.id] : chosen.filter((id) => id !== version.id))
                    }
                  />
                </Table.Td>
              )}
              <Table.Td fw={500}>{versionName(version)}</Table.Td>
              <Table.Td>
                <VersionState version={version} />
              </Table.Td>
              <Table.Td>{version.note || '–'}</Table.Td>
              <Table.Td>{version.approvedBy || '–'}</Table.Td>
              <Table.Td>{version.createdByName || '–'}</Table.Td>
              <Table.Td>
                {may('templates.write') && (
                  <Group gap={4}>
                    {version.state === 'draft' ? (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => write({ draft: version.id as number })}
                      >
                        {t('templates.edit')}
                      </Button>
                    ) : (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => write(version.id ? { from: version.id } : {})}
                      >
                        {t('templates.makeFrom')}
                      </Button>
                    )}
                    {version.state === 'approved' && !version.validTo && (
                      <Button variant="subtle" size="compact-sm" onClick={() => setEnding(version)}>
                        {t('templates.withdraw')}
                      </Button>
                    )}
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <FormDrawer
        title={t('templates.withdrawTitle', { number: ending?.number ?? '' })}
        isOpen={ending !== undefined}
        onClose={() => setEnding(undefined)}
      >
        {ending && <WithdrawForm version={ending} onDone={() => setEnding(undefined)} />}
      </FormDrawer>
    </Panel>
  )
}

function VersionState({ version }: { version: TemplateVersion }) {
  const { t } = useTranslation()
  const { today } = useFrame()
  if (version.state === 'draft') return <StateMark tone="info">{t('templates.draft')}</StateMark>
  const { isInForce, validFrom, validTo } = version
  return (
    <>
      {isInForce && <StateMark tone="good">{t('templates.inForce')}</StateMark>}
      {validTo && validTo < today && <StateMark tone="past">{t('templates.ended')}</StateMark>}
      {validFrom && validFrom > today && <StateMark tone="neutral">{t('templates.future')}</StateMark>}{' '}
      <Text span size="sm" c="dimmed">
        {validityOf(version)}
      </Text>
    </>
  )
}
