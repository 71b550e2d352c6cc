import type { Attachment, OpeningPurpose, RemovedAttachment } from '#shared/kit/register/attachments.ts'

type RowVersion = Pick<Attachment, 'id' | 'version'>

/** An attachment with its bytes in base 64. */
export type OpenedAttachment = Attachment & { content: string }

/** The procedures of the attachments of a register. */
export interface AttachmentsApi {
  list: (record: { recordId: number }) => Promise<Attachment[]>
  removed: (record: { recordId: number }) => Promise<RemovedAttachment[]>
  add: (file: { recordId: number; fileName: string; content: string }) => Promise<Attachment>
  describe: (attachment: RowVersion & { fileName: string; description: string }) => Promise<Attachment>
  remove: (attachment: RowVersion) => Promise<Attachment>
  restore: (attachment: RowVersion) => Promise<Attachment>
  open: (opening: { id: number; purpose: OpeningPurpose }) => Promise<OpenedAttachment>
}
