import { Button, Group, Select, SimpleGrid, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  encodings,
  type ImportOptions,
  type OpenedImport,
  separators,
} from '#shared/features/imports/imports.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { choices } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'

interface ColumnsStepProps {
  register: 'volunteers' | 'agreements'
  opened: OpenedImport
  options: ImportOptions
  onChange: (options: ImportOptions) => void
  /** The file was read again, differently. */
  onReopened: (opened: OpenedImport) => void
  onBack: () => void
  onNext: () => void
}

const separatorNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const
const none = 'none'

/** How the file is read, and which column holds what; proposed by the program, corrected by the clerk. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { t } = useTranslation()
  const { opened, options, onChange, register } = props
  const guess = useMutation({
    mutationFn: (changed: Omit<ImportOptions, 'mapping'>) =>
      api.imports.guess({ id: opened.id, options: changed }),
    onSuccess: props.onReopened,
  })
  const reread = (part: Partial<ImportOptions>) => {
    const { mapping: _, ...rest } = { ...options, ...part }
    guess.mutate(rest)
  }
  const labelOf = (field: string) => textOf({ key: `${register}.fields.${field}` })
  const titles = opened.sample[options.headerRow] ?? []
  const examples = opened.sample.slice(options.headerRow + 1)
  const mapped = options.mapping.filter((field): field is string => field !== null)
  const twice = mapped.find((field, index) => mapped.indexOf(field) !== index)
  const fieldChoices = [
    { value: none, label: t('imports.skipColumn') },
    ...opened.fields.map((field) => ({ value: field, label: labelOf(field) })),
  ]

  return (
    <div style={{ display: 'grid', gap: 16, maxWidth: 980 }}>
      {opened.importedAt && (
        <Notice tone="warning">
          {t('imports.importedBefore', { at: formatInstant(opened.importedAt) })}
        </Notice>
      )}
      <Panel title={opened.fileName}>
        <Text c="dimmed" mb="sm">
          {t('imports.columnsIntro')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
          {options.encoding && (
            <Select
              label={t('imports.encoding')}
              data={[...encodings]}
              allowDeselect={false}
              value={options.encoding}
              onChange={(encoding) => reread({ encoding: encoding as ImportOptions['encoding'] })}
            />
          )}
          {options.separator && (
            <Select
              label={t('imports.separator')}
              data={choices(separators, (separator) => t(`imports.separators.${separatorNames[separator]}`))}
              allowDeselect={false}
              value={options.separator}
              onChange={(separator) => reread({ separator: separator as ImportOptions['separator'] })}
            />
          )}
          <Select
            label={t('imports.headerRow')}
            data={opened.sample.map((cells, row) => ({
              value: String(row),
              label: `${row + 1}: ${cells.filter(Boolean).join(' · ').slice(0, 60) || '–'}`,
            }))}
            allowDeselect={false}
            value={String(options.headerRow)}
            onChange={(row) => reread({ headerRow: Number(row) })}
          />
        </SimpleGrid>
        <Table mt="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.sample')}</Table.Th>
              <Table.Th w={300}>{t('imports.field')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {options.mapping.map((field, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
              <Table.Tr key={column}>
                <Table.Td fw={500}>{titles[column] || `${column + 1}`}</Table.Td>
                <Table.Td c="dimmed" style={{ maxWidth: 320 }}>
                  <Text size="sm" truncate>
                    {examples
                      .map((cells) => cells[column])
                      .filter(Boolean)
                      .slice(0, 3)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${t('imports.field')}: ${titles[column] || column + 1}`}
                    data={fieldChoices}
                    allowDeselect={false}
                    value={field ?? none}
                    onChange={(chosen) =>
                      onChange({
                        ...options,
                        mapping: options.mapping.map((each, at) =>
                          at === column ? (chosen === none ? null : chosen) : each,
                        ),
                      })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
      {twice && <Notice tone="stop">{t('imports.twice', { field: labelOf(twice) })}</Notice>}
      {mapped.length === 0 && <Notice tone="stop">{t('imports.nothingMapped')}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onBack}>
          {t('common.back')}
        </Button>
        <Button
          disabled={twice !== undefined || mapped.length === 0 || guess.isPending}
          onClick={props.onNext}
        >
          {t('imports.check')}
        </Button>
      </Group>
    </div>
  )
}
