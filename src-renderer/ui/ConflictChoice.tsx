import { Button, Group, Modal, SegmentedControl, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#shared/kit/dates.ts'
import { chosenValues, differencesOf, proposedSide, type Side } from '#shared/kit/three-way.ts'
import { api } from '../api/client.ts'
import classes from './ConflictChoice.module.css'
import type { ConflictRegister } from './LostRecordDialog.tsx'
import { Notice } from './Notice.tsx'
import { useFieldText } from './useFieldText.ts'
import type { FormConflict } from './useRecordForm.ts'

interface ConflictChoiceProps {
  conflict: FormConflict
  labelOf: (field: string) => string | undefined
  register: ConflictRegister | undefined
  onResolve: (chosen: Record<string, unknown>) => void
  onClose: () => void
}

/** Both versions side by side, field by field: what stood there before, whose value stays, and what will be saved. */
export function ConflictChoice({ conflict, labelOf, register, onResolve, onClose }: ConflictChoiceProps) {
  const { t } = useTranslation()
  const { before, sent, current } = conflict
  const [choices, setChoices] = useState<Record<string, Side>>({})
  const textOfField = useFieldText([before, sent, current])
  const saved = useSavedBy(register, current)
  const differences = differencesOf(before, sent, current).filter(({ field }) => labelOf(field))
  const chosen = chosenValues(differences, choices)
  const sides = differences.map((each) => choices[each.field] ?? proposedSide(each))
  const takesAll = sides.every((side) => side === 'theirs')
  const both = differences.filter(({ changedBy }) => changedBy === 'both').length
  const chooseAll = (side: Side) =>
    setChoices(Object.fromEntries(differences.map(({ field }) => [field, side])))

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="min(1200px, 96vw)"
      title={t('conflict.title')}
    >
      <Text mb="sm">
        {saved
          ? t('conflict.savedBy', {
              name: saved.userName ?? t('conflict.program'),
              at: formatInstant(saved.at),
            })
          : t('conflict.text')}{' '}
        {differences.length > 0 && t('conflict.choose')}
      </Text>
      {both > 0 && <Notice tone="warning">{t('conflict.bothChanged', { count: both })}</Notice>}
      {differences.length === 0 ? (
        <Text c="dimmed">{t('conflict.noDifference')}</Text>
      ) : (
        <>
          <Group gap="xs" my="sm">
            <Button size="compact-sm" variant="default" onClick={() => chooseAll('mine')}>
              {t('conflict.allMine')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => chooseAll('theirs')}>
              {t('conflict.allTheirs')}
            </Button>
          </Group>
          <Table className={classes.table} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('conflict.field')}</Table.Th>
                <Table.Th>{t('conflict.before')}</Table.Th>
                <Table.Th>{t('conflict.mine')}</Table.Th>
                <Table.Th>{t('conflict.theirs')}</Table.Th>
                <Table.Th>{t('conflict.choice')}</Table.Th>
                <Table.Th>{t('conflict.result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ field, changedBy, ...values }, index) => (
                <Table.Tr key={field} data-both={changedBy === 'both' || undefined}>
                  <Table.Th scope="row">
                    {labelOf(field)}
                    <Text size="xs" fw={400} c="dimmed">
                      {t(`conflict.changedBy.${changedBy}`)}
                    </Text>
                  </Table.Th>
                  <Table.Td c="dimmed">{textOfField(field, values.before)}</Table.Td>
                  <Table.Td>{textOfField(field, values.mine)}</Table.Td>
                  <Table.Td>{textOfField(field, values.theirs)}</Table.Td>
                  <Table.Td>
                    <SegmentedControl
                      size="xs"
                      aria-label={`${t('conflict.choice')}: ${labelOf(field)}`}
                      data={[
                        { value: 'mine', label: t('conflict.takeMine') },
                        { value: 'theirs', label: t('conflict.takeTheirs') },
                      ]}
                      value={sides[index] ?? 'mine'}
                      onChange={(side) => setChoices({ ...choices, [field]: side as Side })}
                    />
                  </Table.Td>
                  <Table.Td fw={600}>{textOfField(field, chosen[field])}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('conflict.back')}
        </Button>
        <Button data-autofocus onClick={() => onResolve(chosen)}>
          {t(takesAll && differences.length > 0 ? 'conflict.keepTheirs' : 'conflict.save')}
        </Button>
      </Group>
    </Modal>
  )
}

/** Who saved the version that stands in the register, and when; undefined where that cannot be told. */
function useSavedBy(register: ConflictRegister | undefined, { id, version }: Record<string, unknown>) {
  const { data } = useQuery({
    queryKey: [register, 'savedBy', id, version],
    queryFn: () => (register ? api[register].history({ recordId: Number(id) }) : []),
    enabled: register !== undefined && typeof id === 'number',
  })
  return data?.find(({ changes }) => Object.keys(changes.fields).length + changes.secret.length > 0)
}
