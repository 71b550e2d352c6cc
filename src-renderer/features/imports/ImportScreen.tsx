import { Stepper } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ImportLine,
  ImportOptions,
  ImportRegisterName,
  OpenedImport,
} from '#shared/features/imports/imports.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { textOf } from '../../i18n.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import { useDecisions } from './useDecisions.ts'

const route = getRouteApi('/imports/$register')

/** The import wizard of any register: file, columns, check, done. Nothing is written before the last step. */
export function ImportScreen() {
  const { register } = route.useParams()
  return <ImportWizard key={register} register={register} />
}

function ImportWizard({ register }: { register: ImportRegisterName }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<OpenedImport>()
  const [options, setOptions] = useState<ImportOptions>()
  // Kept while one looks back at the columns; a file that is read differently asks anew.
  const decisions = useDecisions()
  const [isChecking, setChecking] = useState(false)
  const [done, setDone] = useState<ImportLine>()
  const isOver = useRef(false)
  useDiscardWhenLeft(opened?.id, isOver)
  useUnsavedGuard({ hasUnsaved: () => isChecking && !done })
  const readAs = (read: ImportOptions) => {
    setOptions(read)
    decisions.reset()
  }

  const step = done ? 3 : isChecking ? 2 : opened ? 1 : 0
  return (
    <>
      <PageHeader title={t('imports.title', { register: textOf({ key: `${register}.title` }) })} />
      <Stepper active={done ? 4 : step} size="sm" my="md" maw={820} allowNextStepsSelect={false}>
        <Stepper.Step label={t('imports.steps.file')} />
        <Stepper.Step label={t('imports.steps.columns')} />
        <Stepper.Step label={t('imports.steps.check')} />
        <Stepper.Step label={t('imports.steps.done')} />
      </Stepper>
      {step === 0 && (
        <FileStep
          register={register}
          onOpened={(file) => {
            setOpened(file)
            readAs(file.options)
          }}
        />
      )}
      {step === 1 && opened && options && (
        <ColumnsStep
          register={register}
          opened={opened}
          options={options}
          onChange={readAs}
          onReopened={(file) => {
            setOpened(file)
            readAs(file.options)
          }}
          onBack={() => setOpened(undefined)}
          onNext={() => setChecking(true)}
        />
      )}
      {step === 2 && opened && options && (
        <CheckStep
          register={register}
          fileName={opened.fileName}
          id={opened.id}
          options={options}
          decisions={decisions}
          onBack={() => setChecking(false)}
          onDone={(result) => {
            isOver.current = true
            setDone(result)
          }}
        />
      )}
      {done && <DoneStep result={done} />}
    </>
  )
}

/** Has the file forgotten when another is chosen or the wizard is left, unless its import is over or running. */
function useDiscardWhenLeft(id: number | undefined, isOver: RefObject<boolean>): void {
  useEffect(() => {
    if (id === undefined) return
    return () => {
      const isRunning = queryClient.isMutating({ mutationKey: orpc.imports.run.mutationKey() }) > 0
      if (isOver.current || isRunning) return
      // Nobody waits for it: a file that could not be given up now is forgotten a day later.
      api.imports.discard({ id }).catch(() => undefined)
    }
  }, [id, isOver])
}
