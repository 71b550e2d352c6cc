import { Button, Checkbox, Stack, Table, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ActivityKind,
  kindsContract,
} from '#shared/features/requirements/requirements.kinds.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useMay } from '../../frame/useFrame.ts'
import { confirm } from '../../ui/ask.tsx'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { textField } from '../../ui/fields.ts'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'

const traits = ['withMinors', 'atHome', 'withClients'] as const

/** The kinds of activity of the centre, and what each brings with it. */
export function ActivityKindsPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { data } = useQuery(orpc.requirements.kinds.list.queryOptions())
  const [open, setOpen] = useState<ActivityKind | 'new'>()
  const mayWrite = may('requirements.configure')
  const remove = useMutation({
    mutationFn: async ({ id, version, name }: ActivityKind) => {
      const isSure = await confirm({
        title: t('requirements.settings.removeKindTitle', { name }),
        text: t('requirements.settings.removeKindText'),
        action: t('requirements.settings.removeKind'),
        isDanger: true,
      })
      if (isSure) await api.requirements.kinds.remove({ id, version })
    },
  })
  return (
    <Panel
      title={t('requirements.settings.kinds')}
      actions={
        mayWrite && <Button onClick={() => setOpen('new')}>{t('requirements.settings.addKind')}</Button>
      }
    >
      <Text c="dimmed" mb="sm" maw={760}>
        {t('requirements.settings.kindsHint')}
      </Text>
      {data?.length === 0 ? (
        <EmptyState
          title={t('requirements.settings.noKinds')}
          hint={t('requirements.settings.noKindsHint')}
        />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('requirements.fields.name')}</Table.Th>
              {traits.map((trait) => (
                <Table.Th key={trait}>{t(`requirements.fields.${trait}`)}</Table.Th>
              ))}
              <Table.Th>{t('requirements.fields.volunteer')}</Table.Th>
              <Table.Th>{t('common.state')}</Table.Th>
              {mayWrite && <Table.Th>{t('common.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.map((kind) => (
              <Table.Tr key={kind.id}>
                <Table.Td>
                  <OpenButton onOpen={mayWrite ? () => setOpen(kind) : undefined}>{kind.name}</OpenButton>
                  {kind.description && (
                    <Text size="sm" c="dimmed">
                      {kind.description}
                    </Text>
                  )}
                </Table.Td>
                {traits.map((trait) => (
                  <Table.Td key={trait}>
                    {kind[trait] ? t('common.yes') : t('requirements.settings.noTrait')}
                  </Table.Td>
                ))}
                <Table.Td>
                  {kind.volunteers > 0
                    ? t('requirements.settings.volunteers', { count: kind.volunteers })
                    : t('requirements.settings.noTrait')}
                </Table.Td>
                <Table.Td>
                  <StateMark tone={kind.isActive ? 'good' : 'past'}>
                    {t(kind.isActive ? 'requirements.settings.kindActive' : 'requirements.settings.kindPast')}
                  </StateMark>
                </Table.Td>
                {mayWrite && (
                  <Table.Td>
                    {!kind.isUsed && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${t('requirements.settings.removeKind')}: ${kind.name}`}
                        onClick={() => remove.mutate(kind)}
                      >
                        {t('requirements.settings.removeKind')}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <FormDrawer
        title={t(open === 'new' ? 'requirements.settings.addKind' : 'requirements.settings.editKind')}
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
      >
        {open && <KindForm kind={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />}
      </FormDrawer>
    </Panel>
  )
}

/** @param kind undefined for a new one */
function KindForm({ kind, onDone }: { kind: ActivityKind | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const empty = {
    name: '',
    description: '',
    withMinors: false,
    atHome: false,
    withClients: false,
    isActive: true,
  }
  const record = useRecordForm({
    schema: kind ? inputOf(kindsContract.change) : inputOf(kindsContract.create),
    initial: { ...empty, ...kind } as typeof empty & Partial<ActivityKind>,
    save: (values) =>
      isSavedRow(values) ? api.requirements.kinds.change(values) : api.requirements.kinds.create(values),
    onSaved: onDone,
  })
  const { form } = record
  const field = textField(form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('requirements.fields.name')} required data-autofocus {...field('name')} />
        <Textarea
          label={t('requirements.fields.description')}
          autosize
          minRows={2}
          maxLength={300}
          {...field('description')}
        />
        {([...traits, 'isActive'] as const).map((trait) => (
          <Checkbox
            key={trait}
            label={t(`requirements.fields.${trait}`)}
            {...form.getInputProps(trait, { type: 'checkbox' })}
          />
        ))}
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`requirements.fields.${name as 'name'}`) : undefined)}
      />
    </form>
  )
}
