import { Button, Group, Menu, Table, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Requirement } from '#shared/features/requirements/requirements.rules.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api, orpc } from '../../api/client.ts'
import { useFrame, useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { EndForm } from './EndForm.tsx'
import { RenameForm } from './RenameForm.tsx'
import { RequirementVersions } from './RequirementVersions.tsx'
import { RuleForm } from './RuleForm.tsx'
import { ruleOn } from './ruleOn.ts'

/** What the drawer shows. */
interface Opened {
  what: 'new' | 'amend' | 'rename' | 'end' | 'versions'
  requirement?: Requirement
}

/**
 * The requirements of the centre: what is asked, of whom, on what basis, with the versions of each.
 *
 * @param documentKinds the kinds of documents that may be prepared for one, or do one
 */
export function RequirementRulesPanel({
  documentKinds,
}: {
  documentKinds: { value: string; label: string }[]
}) {
  const { t } = useTranslation()
  const may = useMay()
  const { today } = useFrame()
  const { data } = useQuery(orpc.requirements.rules.list.queryOptions())
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const mayWrite = may('requirements.configure')
  const goOn = useMutation({
    mutationFn: ({ id, version }: Requirement) => api.requirements.rules.end({ id, version, lastOn: null }),
  })
  const titles = {
    new: t('requirements.settings.addRule'),
    amend: t('requirements.settings.amendTitle', { name: opened?.requirement?.name ?? '' }),
    rename: t('requirements.settings.rename'),
    end: t('requirements.settings.endTitle', { name: opened?.requirement?.name ?? '' }),
    versions: t('requirements.settings.versionsOf', { name: opened?.requirement?.name ?? '' }),
  }
  const current = data?.find(({ id }) => id === opened?.requirement?.id)

  return (
    <Panel
      title={t('requirements.settings.rules')}
      actions={
        mayWrite && (
          <Button onClick={() => setOpened({ what: 'new' })}>{t('requirements.settings.addRule')}</Button>
        )
      }
    >
      <Text c="dimmed" mb="sm" maw={760}>
        {t('requirements.settings.rulesHint')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('requirements.fields.requirement')}</Table.Th>
            <Table.Th>{t('requirements.fields.appliesTo')}</Table.Th>
            <Table.Th>{t('requirements.fields.validityMonths')}</Table.Th>
            <Table.Th>{t('common.state')}</Table.Th>
            {mayWrite && <Table.Th>{t('common.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.map((requirement) => {
            const rule = ruleOn(requirement, today)
            const isOver = requirement.endsOn !== null && requirement.endsOn < today
            const isOff = isOver || rule?.appliesTo === 'none'
            return (
              <Table.Tr key={requirement.id}>
                <Table.Td maw={420}>
                  <OpenButton onOpen={() => setOpened({ what: 'versions', requirement })}>
                    {requirement.name}
                  </OpenButton>
                  {rule && (
                    <Text size="sm" c="dimmed">
                      {t('requirements.basisWithCertainty', {
                        basis: rule.basis,
                        certainty: t(`requirements.certainties.${rule.certainty}`),
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {rule && t(`requirements.scopes.${rule.appliesTo}`)}
                  {rule && rule.audience !== 'everyone' && (
                    <Text size="sm" c="dimmed">
                      {t(`requirements.audiences.${rule.audience}`)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {rule?.validityMonths
                    ? t('requirements.months', { count: rule.validityMonths })
                    : t('requirements.settings.forGood')}
                </Table.Td>
                <Table.Td>
                  <StateMark tone={isOff ? 'past' : 'good'}>
                    {t(isOff ? 'requirements.settings.off' : 'requirements.settings.on')}
                  </StateMark>
                  {requirement.endsOn && (
                    <Text size="sm" c="dimmed">
                      {t('requirements.settings.ended', { day: formatDay(requirement.endsOn) })}
                    </Text>
                  )}
                </Table.Td>
                {mayWrite && (
                  <Table.Td>
                    <Group gap={6} wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${t('requirements.settings.amend')}: ${requirement.name}`}
                        onClick={() => setOpened({ what: 'amend', requirement })}
                      >
                        {t('requirements.settings.amend')}
                      </Button>
                      <Menu position="bottom-end">
                        <Menu.Target>
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={t('requirements.moreOf', { name: requirement.name })}
                          >
                            <IconChevronDown size={16} aria-hidden />
                          </Button>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <Menu.Item onClick={() => setOpened({ what: 'rename', requirement })}>
                            {t('requirements.settings.rename')}
                          </Menu.Item>
                          {requirement.endsOn ? (
                            <Menu.Item onClick={() => goOn.mutate(requirement)}>
                              {t('requirements.settings.goOn')}
                            </Menu.Item>
                          ) : (
                            rule?.source !== 'childProtection' && (
                              <Menu.Item onClick={() => setOpened({ what: 'end', requirement })}>
                                {t('requirements.settings.end')}
                              </Menu.Item>
                            )
                          )}
                        </Menu.Dropdown>
                      </Menu>
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <FormDrawer title={opened ? titles[opened.what] : ''} isOpen={opened !== undefined} onClose={close}>
        {(opened?.what === 'new' || (opened?.what === 'amend' && current)) && (
          <RuleForm requirement={current} documentKinds={documentKinds} onDone={close} />
        )}
        {opened?.what === 'rename' && current && <RenameForm requirement={current} onDone={close} />}
        {opened?.what === 'end' && current && <EndForm requirement={current} onDone={close} />}
        {opened?.what === 'versions' && current && (
          <RequirementVersions requirement={current} mayWrite={mayWrite} onDone={close} />
        )}
      </FormDrawer>
    </Panel>
  )
}
