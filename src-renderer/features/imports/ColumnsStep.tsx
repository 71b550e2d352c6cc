import { Button, Group, Select, SimpleGrid, Table, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  encodings,
  type ImportOptions,
  type ImportRegisterName,
  type OpenedImport,
  separators,
} from '#shared/features/imports/imports.contract.ts'
import { formatInstant } from '#shared/kit/dates.ts'
import { maxFieldsOfColumn } from '#shared/kit/import.ts'
import { api } from '../../api/client.ts'
import { textOf } from '../../i18n.ts'
import { choices } from '../../ui/fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TypedMultiSelect } from '../../ui/TypedMultiSelect.tsx'

interface ColumnsStepProps {
  register: ImportRegisterName
  opened: OpenedImport
  options: ImportOptions
  onChange: (options: ImportOptions) => void
  /** The file was read again, differently. */
  onReopened: (opened: OpenedImport) => void
  onBack: () => void
  onNext: () => void
}

const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO-8859-2',
} as const
const separatorNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const

/** How the file is read, and which column holds what; proposed by the program, corrected by the clerk. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { t } = useTranslation()
  const { opened, options, onChange, register } = props
  const isChosen = useRef(false)
  const guess = useMutation({
    mutationFn: (changed: Parameters<typeof api.imports.guess>[0]['options']) =>
      api.imports.guess({ id: opened.id, options: changed }),
    onSuccess: (again) => {
      // What the clerk assigned stays, unless the file has other columns now.
      const isKept = isChosen.current && again.options.mapping.length === options.mapping.length
      const kept = { ...again.options, mapping: options.mapping }
      props.onReopened(isKept ? { ...again, options: kept } : again)
    },
  })
  const reread = (part: Partial<ImportOptions>) => {
    const { mapping: _, ...rest } = { ...options, ...part }
    guess.mutate(rest)
  }
  const openSheet = (sheet: number) => {
    const { mapping: _, headerRow: __, ...rest } = options
    isChosen.current = false
    guess.mutate({ ...rest, sheet })
  }
  const titles = opened.sample[options.headerRow] ?? []
  const examples = opened.sample.slice(options.headerRow + 1)
  const isNothingMapped = options.mapping.every(({ length }) => length === 0)
  const fieldChoices = opened.fields.map((field) => ({
    value: field,
    label: textOf({ key: `${register}.fields.${field}` }),
  }))

  return (
    <div style={{ display: 'grid', gap: 16, maxWidth: 980 }}>
      {opened.importedAt && (
        <Notice tone="warning">
          {opened.undoneAt
            ? t('imports.undoneBefore', { at: formatInstant(opened.undoneAt) })
            : t('imports.importedBefore', { at: formatInstant(opened.importedAt) })}
        </Notice>
      )}
      <Panel title={opened.fileName}>
        <Text c="dimmed" mb="sm">
          {t(opened.isRemembered ? 'imports.columnsRemembered' : 'imports.columnsIntro')}{' '}
          {t('imports.columnsHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
          {options.encoding && (
            <Select
              label={t('imports.encoding')}
              data={choices(encodings, (encoding) => encodingNames[encoding])}
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
          {opened.sheets.length > 0 && (
            <Select
              label={t('imports.sheet')}
              data={opened.sheets.map((name, place) => ({
                value: String(place),
                label: name || String(place + 1),
              }))}
              allowDeselect={false}
              value={String(options.sheet)}
              onChange={(place) => openSheet(Number(place))}
            />
          )}
          <Select
            label={t('imports.headerRow')}
            data={[
              { value: '-1', label: t('imports.noTitles') },
              ...opened.sample.map((cells, row) => ({
                value: String(row),
                label: `${row + 1}: ${cells.filter(Boolean).join(' · ').slice(0, 60) || '–'}`,
              })),
            ]}
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
              <Table.Th w={400}>{t('imports.field')}</Table.Th>
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
                  <TypedMultiSelect
                    aria-label={`${t('imports.field')}: ${titles[column] || column + 1}`}
                    data={fieldChoices}
                    maxValues={maxFieldsOfColumn}
                    placeholder={field.length === 0 ? t('imports.skipColumn') : undefined}
                    nothingFoundMessage={t('imports.noSuchField')}
                    // A long name leaves little room, and what is typed need not have a line of its own.
                    styles={{ inputField: { minWidth: 24 } }}
                    value={field}
                    onChange={(chosen) => {
                      isChosen.current = true
                      onChange({
                        ...options,
                        mapping: options.mapping.map((each, at) => (at === column ? chosen : each)),
                      })
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
      {isNothingMapped && <Notice tone="stop">{t('imports.nothingMapped')}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onBack}>
          {t('common.back')}
        </Button>
        <Button disabled={isNothingMapped || guess.isPending} onClick={props.onNext}>
          {t('imports.check')}
        </Button>
      </Group>
    </div>
  )
}
