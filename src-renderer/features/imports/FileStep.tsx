import { Anchor, Button, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRegisterName, OpenedImport } from '#shared/features/imports/imports.contract.ts'
import { maxImportBytes } from '#shared/kit/import.ts'
import { orpc } from '../../api/client.ts'
import { sentenceFor } from '../../api/errors.ts'
import { Notice } from '../../ui/Notice.tsx'
import classes from './FileStep.module.css'

interface FileStepProps {
  register: ImportRegisterName
  onOpened: (opened: OpenedImport) => void
}

/** A file dropped or chosen. */
export function FileStep({ register, onOpened }: FileStepProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const open = useMutation(
    orpc.imports.open.mutationOptions({
      meta: { showsOwnErrors: true },
      onSuccess: onOpened,
      onError: (error) => setRefusal(sentenceFor(error)),
    }),
  )

  async function take(file: File | undefined) {
    setRefusal(undefined)
    if (!file) return
    if (file.size > maxImportBytes) {
      setRefusal(t('imports.errors.tooLarge'))
      return
    }
    const content = await toBase64(file)
    if (!content) setRefusal(t('imports.errors.empty'))
    else open.mutate({ register, fileName: file.name, content })
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button in it is the other */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden />
        <Text fw={600}>{open.isPending ? t('imports.reading') : t('imports.drop')}</Text>
        <Text c="dimmed" size="sm">
          {t('imports.dropHint')}
        </Text>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.ods"
          hidden
          data-testid="import-file"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Button mt="sm" loading={open.isPending} onClick={() => input.current?.click()}>
          {t('imports.choose')}
        </Button>
      </div>
      {refusal && (
        <div className={classes.refusal} role="alert">
          <Notice tone="stop">{refusal}</Notice>
        </div>
      )}
      <Text mt="lg">
        <Anchor component={Link} to="/imports">
          {t('imports.history')}
        </Anchor>
      </Text>
    </>
  )
}

/** The bytes of a file in base 64, as the procedure takes them. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,?/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
