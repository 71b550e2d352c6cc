import { Button, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letterhead } from '#shared/features/letterheads/letterheads.contract.ts'
import { orpc } from '../../api/client.ts'
import { confirm } from '../../ui/ask.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LetterheadForm } from './LetterheadForm.tsx'
import { ProjectsPanel } from './ProjectsPanel.tsx'

/** The heads of the centre and its units, and the projects whose marks stand on documents. */
export function LetterheadsPanel() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.letterheads.list.queryOptions())
  const [open, setOpen] = useState<Letterhead | 'new'>()
  const remove = useMutation(
    orpc.letterheads.remove.mutationOptions({
      onSuccess: () => notifications.show({ color: 'green', message: t('letterheads.removed') }),
    }),
  )
  const askRemove = async ({ unitId, unitName, version }: Letterhead) => {
    if (unitId === null) return
    const action = t('letterheads.remove')
    if (await confirm({ title: action, text: t('letterheads.removeQuestion', { name: unitName }), action }))
      remove.mutate({ unitId, version })
  }
  const isNew = open === 'new'
  return (
    <Stack gap="md">
      <Panel
        title={t('letterheads.title')}
        actions={<Button onClick={() => setOpen('new')}>{t('letterheads.create')}</Button>}
      >
        <Text c="dimmed" mb="sm" maw={720}>
          {t('letterheads.intro')}
        </Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('letterheads.ofUnit')}</Table.Th>
              <Table.Th>{t('letterheads.fields.lines')}</Table.Th>
              <Table.Th>{t('letterheads.fields.logo')}</Table.Th>
              <Table.Th ta="right">{t('common.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.map((head) => (
              <Table.Tr key={head.unitId}>
                <Table.Td>
                  <OpenButton onOpen={() => setOpen(head)}>
                    {head.unitId === null ? t('letterheads.ofCentre') : head.unitName}
                  </OpenButton>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-line' }}>
                  {head.lines || <Text c="dimmed">{t('letterheads.defaultLines')}</Text>}
                </Table.Td>
                <Table.Td>{head.logoText || <Text c="dimmed">{t('letterheads.noLogo')}</Text>}</Table.Td>
                <Table.Td ta="right">
                  {head.unitId !== null && (
                    <Button variant="subtle" size="xs" onClick={() => askRemove(head)}>
                      {t('letterheads.remove')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <FormDrawer
          title={t(isNew ? 'letterheads.create' : 'letterheads.edit')}
          isOpen={open !== undefined}
          onClose={() => setOpen(undefined)}
        >
          <LetterheadForm letterhead={isNew ? undefined : open} onDone={() => setOpen(undefined)} />
        </FormDrawer>
      </Panel>
      <ProjectsPanel />
    </Stack>
  )
}
