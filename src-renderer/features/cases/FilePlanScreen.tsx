import { Button, Checkbox, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesContract, type FileClass } from '#shared/features/cases/cases.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { useMay } from '../../frame/useFrame.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { textField } from '../../ui/fields.ts'
import { OpenButton } from '../../ui/OpenButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { isSavedRow, useRecordForm } from '../../ui/useRecordForm.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useBackTo } from '../../ui/visits.ts'
import { CaseListForm } from './CaseListForm.tsx'
import { PlanForm } from './PlanForm.tsx'

/** The file plan (JRWA): the classes from which case signs are made. */
export function FilePlanScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const mayManage = may('cases.manage')
  const [open, setOpen] = useState<FileClass | 'new' | 'paste'>()
  const [listed, setListed] = useState<FileClass>()
  const { data } = useQuery(orpc.cases.classes.queryOptions())
  const remove = useMutation(orpc.cases.removeClass.mutationOptions())
  useShortcuts({ back: useBackTo('/cases') })
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={t('cases.plan')}
        actions={
          mayManage && (
            <>
              <Button variant="default" onClick={() => setOpen('paste')}>
                {t('cases.enterPlan')}
              </Button>
              <Button onClick={() => setOpen('new')}>{t('cases.createClass')}</Button>
            </>
          )
        }
      />
      <Text c="dimmed" mt={4} maw={820}>
        {t('cases.planHint')}
      </Text>
      <div style={{ marginTop: 16 }}>
        <Panel>
          {data?.length === 0 ? (
            <EmptyState title={t('cases.planEmpty')} hint={t('cases.planEmptyHint')} />
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={110}>{t('cases.classes.symbol')}</Table.Th>
                  <Table.Th>{t('cases.classes.title')}</Table.Th>
                  <Table.Th>{t('cases.classes.category')}</Table.Th>
                  <Table.Th ta="right">{t('cases.classes.cases')}</Table.Th>
                  <Table.Th>{t('common.actions')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data?.map((each) => (
                  <Table.Tr key={each.id}>
                    <Table.Td fw={500}>{each.symbol}</Table.Td>
                    <Table.Td>
                      <OpenButton onOpen={mayManage ? () => setOpen(each) : undefined}>
                        {each.title}
                      </OpenButton>
                      {!each.isActive && ` (${t('cases.closed')})`}
                    </Table.Td>
                    <Table.Td>{each.category || '–'}</Table.Td>
                    <Table.Td ta="right">{each.cases}</Table.Td>
                    <Table.Td>
                      {each.cases > 0 && (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          aria-label={`${t('cases.printList')}: ${each.symbol}`}
                          onClick={() => setListed(each)}
                        >
                          {t('cases.printList')}
                        </Button>
                      )}
                      {mayManage && each.cases === 0 && (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          aria-label={`${t('cases.removeClass')}: ${each.symbol}`}
                          onClick={() => remove.mutate({ id: each.id, version: each.version })}
                        >
                          {t('cases.removeClass')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Panel>
      </div>
      <FormDrawer
        title={t('cases.printList')}
        isOpen={listed !== undefined}
        onClose={() => setListed(undefined)}
      >
        {listed && <CaseListForm classId={listed.id} onDone={() => setListed(undefined)} />}
      </FormDrawer>
      <FormDrawer
        title={t(
          open === 'paste' ? 'cases.enterPlan' : open === 'new' ? 'cases.createClass' : 'cases.editClass',
        )}
        isOpen={open !== undefined}
        onClose={close}
      >
        {open === 'paste' ? (
          <PlanForm onDone={close} />
        ) : (
          <ClassForm fileClass={open === 'new' ? undefined : open} onDone={close} />
        )}
      </FormDrawer>
    </>
  )
}

function ClassForm({ fileClass, onDone }: { fileClass: FileClass | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const empty = { symbol: '', title: '', category: '', isActive: true }
  const record = useRecordForm({
    schema: fileClass ? inputOf(casesContract.changeClass) : inputOf(casesContract.createClass),
    initial: { ...empty, ...fileClass } as typeof empty & Partial<FileClass>,
    save: (values) => (isSavedRow(values) ? api.cases.changeClass(values) : api.cases.createClass(values)),
    onSaved: onDone,
  })
  const field = textField(record.form)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput label={t('cases.classes.symbol')} required data-autofocus {...field('symbol')} />
        <TextInput label={t('cases.classes.title')} required {...field('title')} />
        <TextInput
          label={t('cases.classes.category')}
          description={t('cases.categoryHint')}
          {...field('category')}
        />
        <Checkbox
          label={t('cases.classes.isActive')}
          {...record.form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Stack>
      <SaveBar record={record} onCancel={onDone} />
      <ConflictDialog
        record={record}
        labelOf={(name) => (name in empty ? t(`cases.classes.${name as 'symbol'}`) : undefined)}
      />
    </form>
  )
}
