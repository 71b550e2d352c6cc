import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project } from '#shared/features/letterheads/letterheads.contract.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { orpc } from '../../api/client.ts'
import { useFrame } from '../../frame/useFrame.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { ProjectForm } from './ProjectForm.tsx'

/** The projects that pay for what documents speak of. */
export function ProjectsPanel() {
  const { t } = useTranslation()
  const { today } = useFrame()
  const { data } = useQuery(orpc.letterheads.projects.list.queryOptions())
  const [open, setOpen] = useState<Project | 'new'>()
  const isNew = open === 'new'
  const termOf = ({ startsOn, endsOn }: Project) =>
    startsOn || endsOn
      ? `${startsOn ? formatDay(startsOn) : '…'} – ${endsOn ? formatDay(endsOn) : '…'}`
      : t('letterheads.projects.indefinite')
  return (
    <Panel
      title={t('letterheads.projects.title')}
      actions={<Button onClick={() => setOpen('new')}>{t('letterheads.projects.create')}</Button>}
    >
      <Text c="dimmed" mb="sm" maw={720}>
        {t('letterheads.projects.intro')}
      </Text>
      {data?.length === 0 ? (
        <EmptyState title={t('letterheads.projects.empty')} hint={t('letterheads.projects.emptyHint')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('letterheads.fields.name')}</Table.Th>
              <Table.Th>{`${t('letterheads.fields.startsOn')} – ${t('letterheads.fields.endsOn')}`}</Table.Th>
              <Table.Th>{t('letterheads.fields.logos')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.map((project) => (
              <Table.Tr key={project.id}>
                <Table.Td>
                  <OpenButton onOpen={() => setOpen(project)}>{project.name}</OpenButton>
                </Table.Td>
                <Table.Td>
                  {termOf(project)}{' '}
                  {project.endsOn && project.endsOn < today && (
                    <StateMark tone="past">{t('letterheads.projects.over')}</StateMark>
                  )}
                </Table.Td>
                <Table.Td>{project.logos.map(({ text }) => text).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <FormDrawer
        title={t(isNew ? 'letterheads.projects.create' : 'letterheads.projects.edit')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <ProjectForm project={isNew ? undefined : open} onDone={() => setOpen(undefined)} />
      </FormDrawer>
    </Panel>
  )
}
