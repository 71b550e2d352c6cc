import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxAttachmentBytes } from '#shared/kit/register/attachments.ts'
import { sentenceFor } from '../../../api/errors.ts'
import { useUnsavedGuard } from '../../useUnsavedGuard.tsx'
import type { AttachmentsApi } from './attachmentsApi.ts'
import { base64Of } from './base64.ts'

/** A file on its way to the attachments of a record, or one that was refused. */
export interface Upload {
  key: number
  name: string
  state: 'waiting' | 'reading' | 'sending' | 'refused'
  /** Why it was refused, in words. */
  refusal?: string
}

/**
 * Sends files one after another, so that only one at a time takes up memory. Each has its own state; one that is
 * refused holds up no other and stays with its reason until it is dismissed.
 */
export function useUploads(api: AttachmentsApi, recordId: number) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef(Promise.resolve())
  const lastKey = useRef(0)
  const underway = useRef(0)
  useUnsavedGuard({ hasUnsaved: () => underway.current > 0 })

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const dismiss = (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key))

  async function send(key: number, file: File) {
    try {
      if (file.size === 0) throw t('attachments.errors.empty')
      if (file.size > maxAttachmentBytes) throw t('attachments.errors.tooLarge')
      change(key, { state: 'reading' })
      const content = await base64Of(file)
      change(key, { state: 'sending' })
      await api.add({ recordId, fileName: file.name, content })
      dismiss(key)
    } catch (error) {
      change(key, { state: 'refused', refusal: typeof error === 'string' ? error : sentenceFor(error) })
    } finally {
      underway.current--
      void client.invalidateQueries()
    }
  }

  return {
    uploads,
    dismiss,
    add(files: Iterable<File>) {
      for (const file of files) {
        const key = ++lastKey.current
        underway.current++
        setUploads((all) => [...all, { key, name: file.name, state: 'waiting' }])
        queue.current = queue.current.then(() => send(key, file))
      }
    },
  }
}
