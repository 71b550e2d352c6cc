import { createHash } from 'node:crypto'
import type { Attachment, attachmentProcedures } from '#shared/kit/register/attachments.ts'
import { attachmentTypes } from '#shared/kit/register/attachments.ts'
import { extensionOf } from '#shared/kit/register/file-names.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import type { CommandContext } from '../context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../errors.ts'
import { type Handlers, inSteps } from '../handlers.ts'
import { checkedType } from './attachment-types.ts'
import * as queries from './attachments.queries.ts'
import { reachRecord } from './reach.ts'
import type { RegisterList } from './register-list.ts'

function shown({ recordId: _, removedAt: _removed, ...attachment }: queries.StoredAttachment): Attachment {
  return attachment
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What history tells of an attachment. */
const recorded = ({ fileName, description }: queries.StoredAttachment) => ({ fileName, description })

/** The handlers of attachments. */
export function attachmentHandlers(
  list: RegisterList<Register>,
): Handlers<ReturnType<typeof attachmentProcedures>> {
  const kind = list.register.name

  async function getAttachment(db: Db, id: number): Promise<queries.StoredAttachment> {
    const attachment = await queries.findAttachment(db, kind, id)
    if (!attachment) throw notFound('attachments')
    return attachment
  }

  /** The attachment within the user's reach; it is removed or not as expected. */
  async function getReached({ tx, user }: CommandContext, id: number, isRemoved: boolean) {
    const attachment = await getAttachment(tx, id)
    await reachRecord(tx, list, user, attachment.recordId)
    if ((attachment.removedAt !== null) !== isRemoved) throw notFound('attachments')
    return attachment
  }

  async function markRemoved(
    context: CommandContext,
    { id, version }: { id: number; version: number },
    isRemoved: boolean,
  ): Promise<Attachment> {
    const before = await getReached(context, id, !isRemoved)
    const removedAt = isRemoved ? context.now : null
    if (!(await queries.markAttachmentRemoved(context.tx, { id, version, removedAt })))
      throw conflict(shown(before))
    const { recordId } = before
    await context.record(
      isRemoved
        ? { kind, recordId, action: 'attachments:removed', before: recorded(before) }
        : { kind, recordId, action: 'attachments:restored', after: recorded(before) },
    )
    return shown(await getAttachment(context.tx, id))
  }

  return {
    list: async ({ db, user }, { recordId }) => {
      await reachRecord(db, list, user, recordId)
      return (await queries.listAttachments(db, kind, recordId)).map(shown)
    },

    removed: async ({ db, user }, { recordId }) => {
      await reachRecord(db, list, user, recordId)
      const found = await queries.listRemovedAttachments(db, kind, recordId)
      return found.map((attachment) => ({
        ...shown(attachment),
        removedAt: attachment.removedAt ?? '',
      }))
    },

    add: inSteps({
      before: async ({ db, user }, { recordId, fileName, content }) => {
        await reachRecord(db, list, user, recordId)
        const bytes = Buffer.from(content, 'base64')
        return { bytes, mediaType: await checkedType(fileName, bytes), sha256: hashOf(bytes) }
      },
      run: async (
        { tx, user, now, record },
        { recordId, fileName, description },
        { bytes, mediaType, sha256 },
      ) => {
        await reachRecord(tx, list, user, recordId)
        const others = await queries.listAttachments(tx, kind, recordId)
        if (others.some((other) => other.sha256 === sha256)) throw ruleBroken('attachments.errors.same')
        const written = { kind, recordId, fileName, description, mediaType, sha256, content: bytes }
        const id = await queries.insertAttachment(tx, { ...written, createdAt: now, createdBy: user.id })
        await record({ kind, recordId, action: 'attachments:added', after: { fileName, description } })
        return shown(await getAttachment(tx, id))
      },
    }),

    describe: async (context, { id, version, fileName, description }) => {
      const { tx, record } = context
      const before = await getReached(context, id, false)
      if (attachmentTypes[extensionOf(fileName)] !== before.mediaType)
        throw fieldRefused('fileName', 'attachments.errors.mismatch')
      if (!(await queries.updateAttachment(tx, { id, version, fileName, description })))
        throw conflict(shown(before))
      const after = await getAttachment(tx, id)
      await record({
        kind,
        recordId: before.recordId,
        action: 'attachments:changed',
        before: recorded(before),
        after: recorded(after),
      })
      return shown(after)
    },

    remove: (context, version) => markRemoved(context, version, true),
    restore: (context, version) => markRemoved(context, version, false),

    open: async (context, { id, purpose }) => {
      const attachment = await getReached(context, id, false)
      const content = await queries.findContent(context.tx, id)
      if (!content || hashOf(content) !== attachment.sha256) throw ruleBroken('attachments.errors.damaged')
      const { recordId, fileName } = attachment
      await context.record({ kind, recordId, action: `attachments:${purpose}`, after: { fileName } })
      return { ...shown(attachment), content: content.toString('base64') }
    },
  }
}
