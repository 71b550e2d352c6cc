import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  sampleNames,
  type Template,
  type TemplatePreview,
  type TemplateVersion,
} from '#shared/features/templates/templates.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { confirm } from '../../ui/ask.tsx'
import { DocumentPages } from '../../ui/DocumentPages.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { ApproveForm } from './ApproveForm.tsx'
import { SourceEditor } from './SourceEditor.tsx'
import { SourceProblems } from './SourceProblems.tsx'
import classes from './TemplateEditor.module.css'
import { templateTitle } from './templateTexts.ts'

interface TemplateEditorProps {
  template: Template
  initial: string
  /** Null for a new one. */
  draft: TemplateVersion | null
  onDone: () => void
}

const noProblems: TemplatePreview['problems'] = []

/** The source at the left, an example of the document as it takes shape at the right. */
export function TemplateEditor({ template, initial, draft, onDone }: TemplateEditorProps) {
  const { t } = useTranslation()
  const { code, fields } = template
  const [source, setSource] = useState(initial)
  const [note, setNote] = useState(draft?.note ?? '')
  const [sample, setSample] = useState<(typeof sampleNames)[number]>('full')
  const [kept, setKept] = useState(draft)
  const [saved, setSaved] = useState({ source: draft ? initial : '', note: draft?.note ?? '' })
  const [isApproving, setApproving] = useState(false)
  const isLeaving = useRef(false)
  const isChanged = source !== saved.source || note !== saved.note
  useUnsavedGuard({ hasUnsaved: () => !isLeaving.current && isChanged && source !== initial })
  const [asked] = useDebouncedValue(source, 250)
  const preview = useQuery(
    orpc.templates.preview.queryOptions({
      input: { code, source: asked || ' ', sample },
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const shown = useLastPages(preview.data)
  const keep = useMutation({
    mutationFn: () =>
      api.templates.keepDraft({ code, id: kept?.id ?? null, source, note, version: kept?.version ?? 0 }),
    onSuccess: (version) => {
      setKept(version)
      setSaved({ source, note: version.note })
      notifications.show({ color: 'green', message: t('templates.editor.kept') })
    },
  })
  const discard = useMutation({
    mutationFn: async () => {
      if (kept?.id) await api.templates.removeDraft({ id: kept.id, version: kept.version })
    },
    onSuccess: () => {
      notifications.show({ message: t('templates.editor.discarded') })
      leave()
    },
  })
  const leave = () => {
    isLeaving.current = true
    onDone()
  }
  const askToDiscard = async () => {
    const isSure = await confirm({
      title: t('templates.editor.discardTitle'),
      text: t('templates.editor.discardText'),
      action: t('templates.editor.discard'),
      isDanger: true,
    })
    if (isSure) discard.mutate()
  }
  const approve = async () => {
    if (isChanged || !kept) await keep.mutateAsync()
    setApproving(true)
  }
  useShortcuts({ save: () => keep.mutate(), back: onDone })
  const isFaulty = (preview.data?.problems.length ?? 0) > 0
  return (
    <>
      <PageHeader
        title={t('templates.editor.title', { name: templateTitle(code) })}
        actions={
          <>
            {kept && (
              <Button variant="subtle" color="red.8" onClick={askToDiscard}>
                {t('templates.editor.discard')}
              </Button>
            )}
            <ShortcutTooltip keys="Esc">
              <Button variant="default" onClick={onDone}>
                {t('common.back')}
              </Button>
            </ShortcutTooltip>
            <ShortcutTooltip keys="Ctrl+S">
              <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
                {t('templates.editor.keep')}
              </Button>
            </ShortcutTooltip>
            <Button disabled={isFaulty || source.trim() === ''} onClick={approve}>
              {t('templates.editor.approve')}
            </Button>
          </>
        }
      />
      <div className={classes.layout}>
        <div className={classes.side}>
          <Text fw={500} size="sm">
            {t('templates.editor.source')}
          </Text>
          <SourceEditor
            initial={initial}
            label={t('templates.editor.source')}
            fields={fields}
            problems={preview.data?.problems ?? noProblems}
            onChange={setSource}
          />
          <Text size="sm" c="dimmed">
            {t('templates.editor.hint')}
          </Text>
          {preview.data && <SourceProblems preview={preview.data} />}
          <TextInput
            label={t('templates.editor.note')}
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <aside className={classes.pages} aria-label={t('document.preview')} tabIndex={0}>
          <Group mb="xs">
            <Select
              label={t('templates.editor.sample')}
              w={320}
              allowDeselect={false}
              data={sampleNames.map((name) => ({
                value: name,
                label: t(`templates.editor.samples.${name}`),
              }))}
              value={sample}
              onChange={(name) => name && setSample(name as typeof sample)}
            />
          </Group>
          {isFaulty && shown && <Notice tone="warning">{t('templates.editor.stale')}</Notice>}
          {shown && (
            <div style={isFaulty ? { opacity: 0.5 } : undefined}>
              <DocumentPages {...shown} />
            </div>
          )}
        </aside>
      </div>
      <FormDrawer
        title={t('templates.editor.approveTitle')}
        isOpen={isApproving}
        onClose={() => setApproving(false)}
      >
        {isApproving && kept?.id && (
          <ApproveForm
            draft={{ id: kept.id, version: kept.version, note }}
            onApproved={leave}
            onCancel={() => setApproving(false)}
          />
        )}
      </FormDrawer>
    </>
  )
}

/** The pages that were drawn last without a fault. */
function useLastPages(preview: TemplatePreview | undefined) {
  const last = useRef<TemplatePreview['pages']>(null)
  if (preview?.pages) last.current = preview.pages
  return last.current
}
