import { ActionIcon, Group, Textarea, Tooltip } from '@mantine/core'
import { IconBold, IconItalic, IconList } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { edited, inserted, listed, marked, type TextEdit } from '#shared/kit/formatting.ts'

interface FormattedTextProps {
  label: string
  value: string
  onChange: (text: string) => void
  required?: boolean
  error?: ReactNode
  'data-path'?: string
  /** What else may be written in it. */
  hint?: string
  /** Something beside the buttons that inserts a text at the cursor. */
  tools?: (insert: (text: string) => void) => ReactNode
}

/** Several lines with the simple formatting of letters: buttons and keys for bold, italic and lists. */
export function FormattedText({ value, onChange, tools, label, hint, ...input }: FormattedTextProps) {
  const { t } = useTranslation()
  const area = useRef<HTMLTextAreaElement>(null)
  const select = useRef<TextEdit['select']>(undefined)

  useLayoutEffect(() => {
    const element = area.current
    if (!element || !select.current || element.value !== value) return
    element.focus()
    element.setSelectionRange(...select.current)
    select.current = undefined
  }, [value])

  function edit(change: (text: string, start: number, end: number) => TextEdit) {
    const element = area.current
    if (!element) return
    const made = change(element.value, element.selectionStart, element.selectionEnd)
    select.current = made.select
    onChange(edited(element.value, made))
  }

  const actions = [
    {
      name: t('common.bold'),
      keys: 'Ctrl+B',
      icon: IconBold,
      run: () => edit((...at) => marked(...at, '**')),
    },
    {
      name: t('common.italic'),
      keys: 'Ctrl+I',
      icon: IconItalic,
      run: () => edit((...at) => marked(...at, '*')),
    },
    { name: t('common.bulletList'), keys: '', icon: IconList, run: () => edit(listed) },
  ]
  const toolbar = (
    <Group gap={4} mb={4} role="toolbar" aria-label={t('common.formatting', { field: label })}>
      {actions.map(({ name, keys, icon: Icon, run }) => (
        <Tooltip key={name} label={[name, keys && `(${keys})`].filter(Boolean).join(' ')}>
          <ActionIcon variant="default" size="md" aria-label={name} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <div style={{ marginInlineStart: 'auto' }}>
        {tools?.((text) => edit((whole, start, end) => inserted(whole, start, end, text)))}
      </div>
    </Group>
  )
  return (
    <Textarea
      {...input}
      ref={area}
      label={label}
      inputContainer={(children) => (
        <>
          {toolbar}
          {children}
        </>
      )}
      description={[t('common.formattingHint'), hint].filter(Boolean).join(' ')}
      autosize
      minRows={6}
      maxRows={24}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        const action = actions.find(({ keys }) => keys === `Ctrl+${event.key.toUpperCase()}`)
        if (!action || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
        event.preventDefault()
        action.run()
      }}
    />
  )
}
